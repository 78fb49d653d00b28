namespace Dateline.Server.Hosting;

/// <summary>What was asked for is not there; the message says so to whoever asked.</summary>
internal sealed class Missing(string message) : Exception(message);
