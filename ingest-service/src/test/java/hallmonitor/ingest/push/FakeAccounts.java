package hallmonitor.ingest.push;

import hallmonitor.ingest.connector.PushSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Accounts with deliveries signed by a plain word, which count how often they are woken. */
final class FakeAccounts implements PushTargets {
  static final String SIGNATURE = "X-Signature";

  private final Map<String, PushTarget> targets = new LinkedHashMap<>();
  private final List<String> woken = new ArrayList<>();

  /** Adds an account. Without words, it has no secret. */
  FakeAccounts with(String account, String platform, String... words) {
    PushSource source =
        new PushSource() {
          @Override
          public boolean ready() {
            return words.length > 0;
          }

          @Override
          public Optional<Handshake> handshake(Map<String, String> query) {
            return Optional.ofNullable(query.get("challenge")).map(Handshake::text);
          }

          @Override
          public boolean genuine(Function<String, Optional<String>> headers, byte[] body) {
            return headers.apply(SIGNATURE).filter(Arrays.asList(words)::contains).isPresent();
          }
        };
    targets.put(account, new PushTarget(account, platform, source, () -> wake(account), true));
    return this;
  }

  private synchronized void wake(String account) {
    woken.add(account);
  }

  synchronized List<String> woken() {
    return List.copyOf(woken);
  }

  @Override
  public Optional<PushTarget> target(String account) {
    return Optional.ofNullable(targets.get(account));
  }

  @Override
  public List<PushTarget> all() {
    return List.copyOf(targets.values());
  }
}
