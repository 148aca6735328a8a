"""Who may do what in the workbench: users, roles, sessions, keys, rate limits and the log."""
