package hallmonitor.ingest.standin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An answer of a stand-in.
 *
 * @param body becomes JSON; none for an answer without content
 */
record StandInAnswer(int status, Map<String, String> headers, Optional<Object> body) {
  static StandInAnswer ok(Object body) {
    return new StandInAnswer(200, Map.of(), Optional.of(body));
  }

  static StandInAnswer empty() {
    return new StandInAnswer(204, Map.of(), Optional.empty());
  }

  static StandInAnswer error(int status, Object body) {
    return new StandInAnswer(status, Map.of(), Optional.of(body));
  }

  StandInAnswer with(String header, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new StandInAnswer(status, all, body);
  }
}
