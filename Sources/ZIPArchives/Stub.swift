// ZIPArchives
