namespace Dateline.Postgres.Cluster;

/// <summary>The private PostgreSQL cannot be had. The message says what is wrong, where, and what to do.</summary>
public sealed class ClusterFault(string message) : Exception(message);
