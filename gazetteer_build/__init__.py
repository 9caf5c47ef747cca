"""Makes the gazetteer that Parley ships from GeoNames and the places we wrote down ourselves."""
