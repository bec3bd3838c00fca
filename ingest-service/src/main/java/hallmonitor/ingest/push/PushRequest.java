package hallmonitor.ingest.push;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A whole request.
 *
 * @param headers finds a header by its name in any case
 * @param body the raw bytes; empty for a question
 */
record PushRequest(
    String method,
    String path,
    Map<String, String> query,
    Function<String, Optional<String>> headers,
    byte[] body) {}
