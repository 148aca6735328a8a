"""Train the network for claims on the annotated reports that ship with Dateline."""
