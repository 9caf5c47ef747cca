"""Reports to try Parley on, and what makes them."""
