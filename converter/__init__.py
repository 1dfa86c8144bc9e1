"""gwr: Chinese government work reports to validated JSON."""
