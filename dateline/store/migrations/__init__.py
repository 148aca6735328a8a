"""Alembic's migrations of the store's tables. Each file of ``versions`` takes the store one step up."""
