"""Our annotated reports, sentences and statements, and what reads and checks them."""
