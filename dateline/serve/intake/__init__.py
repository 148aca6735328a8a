"""Reports that people add in the workbench: what they give, the queue, the one thread that reads."""
