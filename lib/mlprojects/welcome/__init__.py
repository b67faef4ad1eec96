"""The welcome wing: why projects fail, what a failure rate is worth, and what a portfolio does about it."""
