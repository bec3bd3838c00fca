package hallmonitor.exporter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A bundle while it is written, wherever it is kept. */
record Bundle(BundleStore store) {
  static final String MANIFEST = "manifest.json";
  static final String PICTURES = "pictures";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * Returns the manifest; empty before the first one.
   *
   * @throws OtherVersion if it is of another form
   */
  Optional<BundleManifest> manifest() throws IOException {
    Optional<byte[]> json = store.manifest();
    return json.isEmpty() ? Optional.empty() : Optional.of(read(json.get()));
  }

  /**
   * Reads a manifest.
   *
   * @throws OtherVersion if it is of another form
   */
  static BundleManifest read(byte[] json) throws IOException {
    JsonNode manifest = JSON.readTree(json);
    // Before anything else: another form can have other fields.
    String format = manifest.path("format").asText();
    if (!BundleManifest.FORMAT.equals(format)) {
      throw new OtherVersion(
          "%s is of the form %s; this version knows %s."
              .formatted(MANIFEST, format, BundleManifest.FORMAT));
    }
    return JSON.treeToValue(manifest, BundleManifest.class);
  }

  void save(BundleManifest manifest) throws IOException {
    store.manifest(JSON.writeValueAsBytes(manifest), manifest.records());
  }

  /** Writes a whole file at once. */
  BundleManifest.Document document(String name, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    write(name, bytes);
    return new BundleManifest.Document(name, Sha256.hex(bytes));
  }

  /**
   * Stores a picture under the name of its hash, so that the same one is there once.
   *
   * @return its name within the bundle
   */
  String picture(byte[] content) throws IOException {
    String hash = Sha256.hex(content);
    String name = "%s/%s/%s".formatted(PICTURES, hash.substring(0, 2), hash);
    if (!store.has(name)) {
      write(name, content);
    }
    return name;
  }

  private void write(String name, byte[] bytes) throws IOException {
    try (OutputStream out = store.begin(name)) {
      out.write(bytes);
    }
    store.finish(name);
  }
}
