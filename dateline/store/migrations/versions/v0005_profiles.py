"""What an entity brings to its actor, what an actor was counted from, and an index over the order of reports.

The record is made anew afterwards, since the rules by which it is made have another number.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns, empty until all facts are made anew."""
    op.add_column("members", sa.Column("profile", sa.String(length=16), nullable=False, server_default=""))
    op.create_index("ix_members_profile", "members", ["profile"])
    op.add_column("actors", sa.Column("tallies", sa.JSON(), nullable=False, server_default="[[], [], []]"))
    op.create_index("ix_judgements_verdict", "judgements", ["verdict", "score"])
    op.create_index("ix_reports_added_at", "reports", ["added_at", "id"])


def downgrade() -> None:
    """Take the columns away; they are made from what else is stored."""
    op.drop_index("ix_reports_added_at", "reports")
    op.drop_index("ix_judgements_verdict", "judgements")
    op.drop_column("actors", "tallies")
    op.drop_index("ix_members_profile", "members")
    op.drop_column("members", "profile")
