"""Fetch the files of others that the workbench serves, into ``dateline/serve/static/vendor``: ``make vendor``.

``packages.json`` there names packages, versions and files. Each package is fetched from the npm registry (of
``NPM_CONFIG_REGISTRY`` when set), its SHA-512 is compared with the registry's, and ``lock.json`` keeps that and the
SHA-256 of every file. A test holds files and lock together.
"""

import base64
import hashlib
import io
import json
import os
import tarfile
from pathlib import Path
from typing import Any

import httpx

FOLDER = Path(__file__).parents[1] / "dateline" / "serve" / "static" / "vendor"
REGISTRY = os.environ.get("NPM_CONFIG_REGISTRY", "https://registry.npmjs.org").rstrip("/")


def main() -> None:
    """Fetch everything anew and write the lock."""
    wanted = json.loads((FOLDER / "packages.json").read_text(encoding="utf-8"))["packages"]
    with httpx.Client(follow_redirects=True, timeout=60) as client:
        locked = [_fetched(client, package) for package in wanted]
    (FOLDER / "lock.json").write_text(json.dumps({"packages": locked}, indent=2) + "\n", encoding="utf-8")


def _fetched(client: httpx.Client, package: dict[str, Any]) -> dict[str, Any]:
    name, version = package["name"], package["version"]
    known = client.get(f"{REGISTRY}/{name}").raise_for_status().json()["versions"][version]["dist"]
    packed = client.get(known["tarball"]).raise_for_status().content
    integrity = "sha512-" + base64.b64encode(hashlib.sha512(packed).digest()).decode()
    if integrity != known["integrity"]:
        raise SystemExit(f"{name} {version} is not what the registry says it is: {integrity} and {known['integrity']}")
    target = FOLDER / name
    target.mkdir(exist_ok=True)
    files = {}
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for inside in (*package["files"], package["licence_file"]):
            member = archive.extractfile(f"package/{inside}")
            if member is None:
                raise SystemExit(f"{name} {version} has no file {inside}")
            content = member.read()
            (target / Path(inside).name).write_bytes(content)
            files[f"{name}/{Path(inside).name}"] = hashlib.sha256(content).hexdigest()
    kept = {key: package[key] for key in ("name", "version", "licence")}
    return {**kept, "integrity": integrity, "files": files}


if __name__ == "__main__":
    main()
