"""What script/benchmark runs: OnlyOnce beside its peers, on one machine, in one run."""
