package hallmonitor.moderation.finding.encoder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;

/** Opens the second stage's files on the class path. */
final class ModelResource {
  private ModelResource() {}

  static boolean isThere(String name) {
    return ModelResource.class.getResource(name) != null;
  }

  /**
   * Opens a resource.
   *
   * @throws EncoderException if it is missing
   */
  static InputStream open(String name) {
    InputStream in = ModelResource.class.getResourceAsStream(name);
    if (in == null) {
      throw new EncoderException(name + " is missing from the class path.");
    }
    return in;
  }

  static String text(String name) throws IOException {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
