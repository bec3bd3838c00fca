package hallmonitor.exporter;

import java.util.List;
import java.util.Optional;

/**
 * A row on its way into a bundle.
 *
 * @param json an object
 * @param key the values of its primary key, as text
 * @param nativePayload what the platform sent
 * @param picture bytes that become a file
 */
record ExportedRow(
    String json, List<String> key, Optional<String> nativePayload, Optional<byte[]> picture) {
  ExportedRow {
    key = List.copyOf(key);
  }
}
