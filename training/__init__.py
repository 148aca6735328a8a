"""What the package ships that was learned, and how to learn it again."""
