"""Reading one report: one file per question about it."""
