// SourceSimulators
