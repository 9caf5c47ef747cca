"""Across reports: who is who, copies, origins, incidents, talks, demands, disputes."""
