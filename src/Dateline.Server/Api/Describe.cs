using System.Text.Json;
using Dateline.Server.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Dateline.Server.Api;

/// <summary>What the OpenAPI document says beyond what the endpoints' types do.</summary>
internal static class Describe
{
    internal static void Document(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Dateline",
                Version = "v1",
                Description = "Documents, claims, stories and verdicts of a newsroom, now and at any moment. Problems are RFC 9457 problem details; the page at their type explains them."
            };
            document.Servers = [];
            document.Components ??= new();
            // Where an enumeration may be left out, its users say so beside it: null within it as well would match twice.
            foreach (var schema in (document.Components.Schemas ?? new Dictionary<string, IOpenApiSchema>()).Values)
                if (schema is OpenApiSchema { Enum: { Count: > 0 } values } named) named.Enum = [.. values.Where(static v => v is not null && !JsonNullSentinel.IsJsonNullSentinel(v) && v.GetValueKind() != JsonValueKind.Null)];
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key, dl_…" },
                ["session"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "dateline", Description = "A browser's session; what changes something also carries RequestVerificationToken." }
            };
            return Task.CompletedTask;
        });
        // Every problem may carry more than the standard's members, such as the version that a thing has now.
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(ProblemDetails)) (schema.AdditionalPropertiesAllowed, schema.AdditionalProperties) = (true, new OpenApiSchema());
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            if (metadata.OfType<Describing.NeedsVersion>().Any()) Header(operation, "If-Match", true, "The ETag that was seen, or * for any version.");
            if (metadata.OfType<Describing.TakesIdempotencyKey>().Any()) Header(operation, "Idempotency-Key", false, "Repeats of the request with the same key are answered as the first one was, for a day.");
            if (metadata.OfType<Describing.Tagged>().Any()) Header(operation, "If-None-Match", false, "An ETag; 304 when nothing has changed since.");
            if (metadata.OfType<Describing.TakesLastEventId>().Any()) Header(operation, "Last-Event-ID", false, "The id of the last event that was heard: the stream goes on after it.");
            Queries.Describe(operation, metadata);
            ResponseHeaders.Describe(operation, metadata);
            var policy = metadata.OfType<IAuthorizeData>().LastOrDefault()?.Policy;
            operation.Security = [Scheme("session", context)];
            if (policy != Policies.Self) operation.Security.Add(Scheme("key", context));
            operation.Description += policy == Policies.Self ? "For whoever is signed in with a browser." : $"Takes the permission {policy}: a role that includes it, and for keys the scope.";
            return Task.CompletedTask;
        });
    }

    private static OpenApiSecurityRequirement Scheme(string name, OpenApiOperationTransformerContext context) =>
        new() { [new OpenApiSecuritySchemeReference(name, context.Document)] = [] };

    private static void Header(OpenApiOperation operation, string name, bool required, string description) => (operation.Parameters ??= []).Add(new OpenApiParameter
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = required,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String }
    });
}
