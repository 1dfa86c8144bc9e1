"""Value types: numerals, quantities, bounds, periods."""
