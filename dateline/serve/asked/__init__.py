"""What an address asks for: filters, days, orders. Pages and API read them alike."""
