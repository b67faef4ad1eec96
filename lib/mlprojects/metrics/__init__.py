"""The metrics wing: which number, or which formula of several, says that one model is better than another."""
