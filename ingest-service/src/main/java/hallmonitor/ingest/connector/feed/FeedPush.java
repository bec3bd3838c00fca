package hallmonitor.ingest.connector.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.ingest.connector.PushSecrets;
import hallmonitor.ingest.connector.PushSource;
import hallmonitor.ingest.connector.http.Hmac;
import hallmonitor.ingest.connector.http.PlatformHttp;
import hallmonitor.messaging.http.CappedBody;
import hallmonitor.messaging.http.Exchange;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A subscription at the hub that the feed names (WebSub, https://www.w3.org/TR/websub/). The hub
 * gets values derived from the account's secret, never the secret itself; they are the same after a
 * restart.
 */
final class FeedPush implements PushSource {
  private static final System.Logger LOG = System.getLogger(FeedPush.class.getName());
  private static final Duration LEASE = Duration.ofDays(5);
  private static final Duration LONGEST_UNTIL_RENEWAL = Duration.ofDays(1);
  private static final Duration SHORTEST_UNTIL_RENEWAL = Duration.ofMinutes(1);
  private static final Duration AFTER_REFUSAL = Duration.ofMinutes(10);
  private static final int LONGEST_ANSWER = 64 * 1024;
  private static final Pattern CHALLENGE = Pattern.compile("[\\x21-\\x7e]{1,500}");

  private final HttpClient http;
  private final Duration answerWithin;
  private final PushSecrets secrets;
  private final Supplier<Optional<FeedHub>> hub;
  private final InstantSource clock;
  private String told = "";
  private volatile Instant due = Instant.MIN;

  /**
   * Creates a subscription.
   *
   * @param hub the one that the feed named when it was read last
   */
  FeedPush(
      HttpClient http,
      Duration answerWithin,
      PushSecrets secrets,
      Supplier<Optional<FeedHub>> hub,
      InstantSource clock) {
    this.http = http;
    this.answerWithin = answerWithin;
    this.secrets = secrets;
    this.hub = hub;
    this.clock = clock;
  }

  @Override
  public boolean ready() {
    return !secrets.signing().isEmpty();
  }

  /** Each account has its own, so that the hub of one feed cannot speak for that of another. */
  private String word(String secret, String use) {
    return HexFormat.of()
        .formatHex(Hmac.sha256(secret, "websub %s %s".formatted(use, secrets.account())));
  }

  private String token(String secret, String topic) {
    return word(secret, "token of " + topic);
  }

  /**
   * Confirms a subscription that this side asked for, which may have been another instance. The
   * token in its address shows that the question comes from the hub and is about this feed: anybody
   * else could name a lease that never ends.
   */
  @Override
  public Optional<Handshake> handshake(Map<String, String> query) {
    String challenge = query.getOrDefault("hub.challenge", "");
    byte[] token = query.getOrDefault("token", "").getBytes(UTF_8);
    String topic = query.getOrDefault("hub.topic", "");
    boolean ours = false;
    for (String secret : secrets.signing()) {
      ours |= MessageDigest.isEqual(token(secret, topic).getBytes(UTF_8), token);
    }
    if (!ours
        || !"subscribe".equals(query.get("hub.mode"))
        || !CHALLENGE.matcher(challenge).matches()) {
      return Optional.empty();
    }
    due = clock.instant().plus(untilRenewal(query.getOrDefault("hub.lease_seconds", "")));
    return Optional.of(Handshake.text(challenge));
  }

  /**
   * A subscription is renewed in the middle of its lease, so that a hub may be down for a while.
   */
  private static Duration untilRenewal(String leaseSeconds) {
    Duration half = LONGEST_UNTIL_RENEWAL;
    if (leaseSeconds.matches("[0-9]{1,9}")) {
      half = Duration.ofSeconds(Long.parseLong(leaseSeconds) / 2);
    }
    Duration atMost = Collections.min(List.of(half, LONGEST_UNTIL_RENEWAL));
    return Collections.max(List.of(atMost, SHORTEST_UNTIL_RENEWAL));
  }

  /** Accepts every method that a hub may use; the older hubs sign with SHA-1 only. */
  @Override
  public boolean genuine(Function<String, Optional<String>> headers, byte[] body) {
    List<String> words = secrets.signing().stream().map(s -> word(s, "secret")).toList();
    return headers
        .apply("X-Hub-Signature")
        .filter(value -> Hmac.signs(value, Hmac.ALL, Hmac.Form.HEX, words, body))
        .isPresent();
  }

  @Override
  public void renew(URI address) {
    Instant now = clock.instant();
    Optional<FeedHub> named = hub.get();
    Optional<String> secret = secrets.signing().stream().findFirst();
    if (named.isEmpty() || secret.isEmpty()) {
      return;
    }
    String topic = named.get().topic();
    String token = token(secret.get(), topic);
    if (now.isBefore(due) && token.equals(told)) {
      return;
    }
    told = token;
    // Set before the request: the hub may ask back before it answers.
    due = now.plus(AFTER_REFUSAL);
    Map<String, String> form =
        Map.of(
            "hub.mode",
            "subscribe",
            "hub.topic",
            topic,
            "hub.callback",
            address + "?token=" + token,
            "hub.secret",
            word(secret.get(), "secret"),
            "hub.lease_seconds",
            String.valueOf(LEASE.toSeconds()));
    ask(named.get().address(), form);
  }

  private void ask(URI hub, Map<String, String> form) {
    HttpRequest request =
        HttpRequest.newBuilder(hub)
            .timeout(answerWithin)
            .header("User-Agent", "HallMonitor/1.0")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(PlatformHttp.form(form)))
            .build();
    try {
      HttpResponse<byte[]> answer =
          Exchange.within(answerWithin, http, request, CappedBody.upTo(LONGEST_ANSWER));
      if (answer.statusCode() / 100 != 2) {
        refused(hub, "status " + answer.statusCode());
      }
    } catch (TimeoutException | ExecutionException e) {
      refused(hub, e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void refused(URI hub, String why) {
    LOG.log(
        System.Logger.Level.WARNING,
        "the hub {0} takes no subscription ({1}); the feed is polled, and the hub is asked again in {2} minutes",
        hub.getHost(),
        why,
        String.valueOf(AFTER_REFUSAL.toMinutes()));
  }
}
