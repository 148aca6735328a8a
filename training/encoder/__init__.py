"""Train the reader's encoder from named data: ``python -m training.encoder.run --data FOLDER`` (extra ``train``)."""
