package hallmonitor.exporter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/** What platforms sent, byte for byte, as {@code resource} records of WARC 1.1 (ISO 28500:2017). */
final class WarcRecords extends BundleFile {
  private final WarcWriter writer;

  WarcRecords(BundleStore store, String name) throws IOException {
    super(store, name);
    writer = new WarcWriter(Channels.newChannel(out()), WarcCompression.GZIP);
    writer.write(
        new Warcinfo.Builder()
            .version(MessageVersion.WARC_1_1)
            .filename(name)
            .fields(
                Map.of(
                    "software", List.of("Hall Monitor"),
                    "format", List.of("WARC File Format 1.1"),
                    "description",
                        List.of(
                            "Comments as the platforms' interfaces sent them to a school district")))
            .build());
  }

  /**
   * Adds a payload.
   *
   * @param id of the record, which the row names
   * @param target what it is about
   */
  void add(UUID id, URI target, Instant at, String payload) throws IOException {
    byte[] bytes = payload.getBytes(UTF_8);
    MessageDigest digest = Sha256.digest();
    digest.update(bytes);
    writer.write(
        new WarcResource.Builder(target)
            .version(MessageVersion.WARC_1_1)
            .recordId(id)
            .date(at)
            .payloadDigest(new WarcDigest(digest))
            .body(MediaType.JSON, bytes)
            .build());
    added();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
