"""gwr: Chinese government work reports to validated JSON."""

__version__ = "0.1.0"
