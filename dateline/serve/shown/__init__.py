"""What pages and API show: each part asked of the record by itself, and none unbounded."""
