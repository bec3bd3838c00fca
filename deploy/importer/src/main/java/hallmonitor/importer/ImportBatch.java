package hallmonitor.importer;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.importer.format.SourceRow;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows that are delivered together, and those read between them that cannot be delivered. */
final class ImportBatch {
  /** Rows that the endpoint takes at once. */
  private static final int MOST_ROWS = 500;

  /** Bytes; the endpoint takes 1,048,576 with what stands around the rows. */
  private static final int MOST_BYTES = 1_000_000;

  private static final byte[] START = "{\"history\":true,\"rows\":[".getBytes(UTF_8);

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final List<SourceRow> sent = new ArrayList<>();
  private final List<SourceRow> refused = new ArrayList<>();

  ImportBatch() {
    body.writeBytes(START);
  }

  /** Returns whether a row still fits in. */
  boolean takes(SourceRow row) {
    return isEmpty() || size() < MOST_ROWS && body.size() + bytes(row).length < MOST_BYTES;
  }

  void add(SourceRow row) {
    byte[] bytes = bytes(row);
    if (row.row().isEmpty()) {
      refused.add(row);
    } else if (bytes.length >= MOST_BYTES - START.length) {
      refused.add(
          new SourceRow(
              row.unit(), row.number(), Optional.empty(), "is larger than 200,000 bytes"));
    } else {
      if (!sent.isEmpty()) {
        body.write(',');
      }
      body.writeBytes(bytes);
      sent.add(row);
    }
  }

  private static byte[] bytes(SourceRow row) {
    return row.row().map(json -> json.toString().getBytes(UTF_8)).orElse(new byte[0]);
  }

  boolean isEmpty() {
    return size() == 0;
  }

  /** Returns how many were read, whatever becomes of them. */
  int size() {
    return sent.size() + refused.size();
  }

  /** Returns the rows of the body, in its order. */
  List<SourceRow> sent() {
    return sent;
  }

  /** Returns those that cannot be delivered. */
  List<SourceRow> refused() {
    return refused;
  }

  byte[] body() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(body.size() + 2);
    whole.writeBytes(body.toByteArray());
    whole.writeBytes("]}".getBytes(UTF_8));
    return whole.toByteArray();
  }
}
