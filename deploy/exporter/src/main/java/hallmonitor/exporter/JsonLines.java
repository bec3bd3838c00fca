package hallmonitor.exporter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** JSON objects, one on each line, compressed. */
final class JsonLines extends BundleFile {
  private final OutputStream out;

  JsonLines(BundleStore store, String name) throws IOException {
    super(store, name);
    out = new GZIPOutputStream(out(), 1 << 16);
  }

  void add(String json) throws IOException {
    out.write(json.getBytes(UTF_8));
    out.write('\n');
    added();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
