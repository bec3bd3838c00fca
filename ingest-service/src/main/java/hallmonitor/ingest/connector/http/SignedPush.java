package hallmonitor.ingest.connector.http;

import hallmonitor.ingest.connector.PushSecrets;
import hallmonitor.ingest.connector.PushSource;
import java.util.Optional;
import java.util.function.Function;

/** Deliveries signed in one header by HMAC-SHA256, with a secret that a person entered. */
public abstract class SignedPush implements PushSource {
  protected final PushSecrets secrets;
  private final String header;
  private final Hmac.Form form;

  /**
   * Creates a source.
   *
   * @param header the one with the signature, such as {@code X-Hub-Signature-256}
   */
  protected SignedPush(PushSecrets secrets, String header, Hmac.Form form) {
    this.secrets = secrets;
    this.header = header;
    this.form = form;
  }

  @Override
  public final boolean ready() {
    return !secrets.signing().isEmpty();
  }

  @Override
  public boolean genuine(Function<String, Optional<String>> headers, byte[] body) {
    return headers
        .apply(header)
        .filter(value -> Hmac.signs(value, Hmac.SHA256, form, secrets.signing(), body))
        .isPresent();
  }
}
