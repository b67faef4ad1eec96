"""The baselines wing: what a model has to be compared with, and what the comparison tells to do next."""
