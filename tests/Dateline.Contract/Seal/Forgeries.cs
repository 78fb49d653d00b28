namespace Dateline.Contract.Seal;

/// <summary>What a redaction never does to an event.</summary>
public static class Forgeries
{
    /// <summary>SQL over an event's data and headers, and of which event they are.</summary>
    public static TheoryData<string, string, string> OfEvents => new()
    {
        { "verdict_proposed", "jsonb_set(jsonb_set(data, '{rating}', '\"false\"'), '{rationale}', '\"[redacted] denied it.\"')", "headers" },
        { "verdict_proposed", "jsonb_set(data, '{rating}', '\"[redacted]\"')", "headers" },
        { "verdict_proposed", "jsonb_set(jsonb_set(data, '{by}', '\"cem\"'), '{rationale}', '\"[redacted]\"')", "headers" },
        { "verdict_proposed", "jsonb_set(jsonb_set(data, '{evidence}', '[]'), '{rationale}', '\"[redacted]\"')", "headers" },
        { "verdict_proposed", "jsonb_set(jsonb_set(data, '{evidence,0,revision}', '2'), '{rationale}', '\"[redacted]\"')", "headers" },
        { "verdict_proposed", "data - 'confidence' || '{\"rationale\": \"[redacted]\"}'", "headers" },
        { "verdict_proposed", "data || '{\"likelihood\": \"remote\", \"rationale\": \"[redacted]\"}'", "headers" },
        { "verdict_proposed", "jsonb_set(data, '{rationale}', '\"Both denied it.\"')", "headers || '{\"reason\": \"because\"}'" },
        { "verdict_proposed", "jsonb_set(data, '{rationale}', '\"[redacted]\"')", "headers || '{\"by\": \"cem\"}'" },
        { "verdict_proposed", "jsonb_set(data, '{rationale}', '\"[redacted]\"')", "headers - 'leaf'" },
        { "verdict_proposed", "jsonb_set(data, '{rationale}', '\"[redacted]\"')", "headers - 'reason'" },
        { "verdict_approved", "jsonb_set(jsonb_set(data, '{by}', '\"cem\"'), '{reason}', '\"[redacted]\"')", "headers" },
        { "claim_mentioned", "jsonb_set(jsonb_set(data, '{polarity}', '\"negative\"'), '{quote}', '\"[redacted]\"')", "headers" },
        { "claim_mentioned", "jsonb_set(jsonb_set(data, '{score}', '1'), '{quote}', '\"[redacted]\"')", "headers" },
        { "claim_mentioned", "jsonb_set(jsonb_set(data, '{publishedAt}', '\"2026-02-09T12:00:00+00:00\"'), '{quote}', '\"[redacted]\"')", "headers" },
        { "claim_raised", "jsonb_set(jsonb_set(data, '{mode}', '\"prediction\"'), '{text}', '\"[redacted]\"')", "headers" }
    };
}
