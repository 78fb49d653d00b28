using System.Diagnostics;
using Dateline.Postgres.Engine;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Dateline.Server.Observability;

/// <summary>Metrics and traces through OpenTelemetry, and structured logs, for whoever asks for them.</summary>
internal static class ObservabilitySetup
{
    /// <summary>
    /// With <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, metrics and traces go there (<c>OTEL_EXPORTER_OTLP_PROTOCOL</c>: <c>http/protobuf</c>, or
    /// <c>grpc</c>); with <c>DATELINE_LOG=json</c>, each request is a line of JSON on standard error; without it, only what should not have happened. The host adds the workspace.
    /// </summary>
    internal static IServiceCollection AddObservability(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Stalls>().AddHostedService<LagSampler>();
        if (configuration["DATELINE_LOG"] == "json")
            services.AddLogging(l => l.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error)
                .AddJsonConsole(j => (j.UseUtcTimestamp, j.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'")).AddConsole(c => c.LogToStandardErrorThreshold = LogLevel.Trace));
        else
            services.AddLogging(l => l.AddFilter<ConsoleLoggerProvider>(static (category, level) => level >= LogLevel.Error && category?.StartsWith("Dateline", StringComparison.Ordinal) == true)
                .AddSimpleConsole(c => c.SingleLine = true).AddConsole(c => c.LogToStandardErrorThreshold = LogLevel.Trace));
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 } endpoint) return services;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)) throw new Refused("OTEL_EXPORTER_OTLP_ENDPOINT is no address. Write it as http://localhost:4318.");
        var grpc = configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] == "grpc";
        // Started with the host and flushed when it ends.
        services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder().ConfigureResource(Described).AddMeter(Meters.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql")
            .AddOtlpExporter((o, _) => Send(o, "/v1/metrics")).Build());
        services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder().ConfigureResource(Described).AddSource("Microsoft.AspNetCore", Traces.Name, "Npgsql")
            .SetSampler(new ParentBasedSampler(new NoLooking())).AddOtlpExporter(o => Send(o, "/v1/traces")).Build());
        services.AddHostedService<Exporting>();
        return services;

        void Send(OtlpExporterOptions options, string path) =>
            (options.Protocol, options.Endpoint) = grpc ? (OtlpExportProtocol.Grpc, uri) : (OtlpExportProtocol.HttpProtobuf, new Uri(uri.ToString().TrimEnd('/') + path));
    }

    private static void Described(ResourceBuilder resource) => resource.AddService("dateline", serviceVersion: typeof(ObservabilitySetup).Assembly.GetName().Version?.ToString(3));

    /// <summary>Leaves out what the database is asked on nobody's behalf: whether there is something to do. Elsewhere the one who asked decides.</summary>
    private sealed class NoLooking : Sampler
    {
        public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
            new(samplingParameters.Kind == ActivityKind.Client ? SamplingDecision.Drop : SamplingDecision.RecordAndSample);
    }

    /// <summary>Has the providers made when the host starts: nothing else asks for them.</summary>
    private sealed class Exporting(MeterProvider metrics, TracerProvider traces) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            metrics.ForceFlush(2000);
            traces.ForceFlush(2000);
            return Task.CompletedTask;
        }
    }
}
