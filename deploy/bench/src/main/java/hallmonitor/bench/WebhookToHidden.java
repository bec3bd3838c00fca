package hallmonitor.bench;

import hallmonitor.local.PortName;
import hallmonitor.standin.FacebookStandIn;
import hallmonitor.standin.MetaComments;
import hallmonitor.standin.MetaWebhook;
import hallmonitor.standin.Person;
import hallmonitor.standin.SaidComment;
import hallmonitor.system.ScratchStack;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Measures the time from a webhook about a threat until the order to hide it can be read from its
 * topic, and until the public no longer sees it, on a stand-in for Facebook. The clock starts
 * before the webhook is sent. The account is not read for an hour without one.
 */
final class WebhookToHidden implements AutoCloseable {
  private static final String ACCOUNT = "bench-facebook";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int WARM_UP = 3;

  /** The connector reads a Page at most every five seconds, because Meta counts the calls. */
  private static final long BETWEEN_MILLIS = 5_500;

  /** Beyond those that were typed, because models remember what they have read. */
  private static final int FIRST = 100_000;

  private final FacebookStandIn facebook = new FacebookStandIn(InstantSource.system());
  private final MetaWebhook webhook;
  private final OrderedHides orders;
  private final Map<String, Long> hidden = new ConcurrentHashMap<>();
  private int written;

  /** The times of a series, in milliseconds. */
  record Times(List<Long> ordered, List<Long> hidden) {
    Figures figures(String series) {
      return new Figures()
          .times(series + ", to hide ordered, ms", ordered)
          .times(series + ", to no longer seen, ms", hidden);
    }
  }

  /** Connects the page, and returns once a webhook has led to a comment in the archive. */
  WebhookToHidden(ScratchStack stack) throws IOException, InterruptedException {
    stack.secret("push-" + ACCOUNT, facebook.appSecret());
    stack.connect(
        ACCOUNT,
        facebook.token(),
        """
            name: A page on Facebook
            platform: facebook
            base-url: %s
            polling: { idle: 1h }
        """
            .formatted(facebook.url()));
    webhook =
        new MetaWebhook(
            URI.create(stack.address(PortName.PUSH) + "/push/" + ACCOUNT), facebook.appSecret());
    orders = new OrderedHides(stack.stack().broker(), ACCOUNT);
    facebook.visitors().onChange(this::look);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String read = "select count(*) from comment where account = '%s'".formatted(ACCOUNT);
    while (stack.archive().count(read) == 0) {
      passed(deadline, "no webhook let the page be read");
      send("See you all at the game on Friday!");
      Thread.sleep(500);
    }
    oneByOne(WARM_UP);
  }

  /** Notes what is newly hidden. */
  private void look() {
    long now = System.nanoTime();
    facebook.visitors().all().stream()
        .filter(comment -> !comment.open())
        .map(SaidComment::id)
        .forEach(id -> hidden.putIfAbsent(id, now));
  }

  /** Sends each when the one before it is hidden and the account may be read again. */
  Times oneByOne(int webhooks) throws IOException, InterruptedException {
    Map<String, Long> sent = new LinkedHashMap<>();
    for (int i = 0; i < webhooks; i++) {
      Map<String, Long> one = threat();
      await(one);
      sent.putAll(one);
      Thread.sleep(
          BETWEEN_MILLIS + i * 37L % 400); // varies, so as not to run in step with anything
    }
    return times(sent);
  }

  /** Sends them as fast as they are taken. */
  Times burst(int webhooks) throws IOException, InterruptedException {
    Map<String, Long> sent = new LinkedHashMap<>();
    for (int i = 0; i < webhooks; i++) {
      sent.putAll(threat());
    }
    await(sent);
    return times(sent);
  }

  private Map<String, Long> threat() throws IOException, InterruptedException {
    return send(TypedToHidden.threat(FIRST + written));
  }

  /** Writes a comment, lets its webhook be taken, and returns when that was sent, by its id. */
  private Map<String, Long> send(String text) throws IOException, InterruptedException {
    written++;
    MetaComments visitors = facebook.visitors();
    Person author = new Person(String.valueOf(FIRST + written), "Vera Lund " + written);
    String id = visitors.write(author, "", text, "");
    long now = System.nanoTime();
    webhook.deliver(FacebookStandIn.PAGE, id, text);
    return Map.of(id, now);
  }

  private void await(Map<String, Long> sent) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!orders.ordered().keySet().containsAll(sent.keySet())
        || !hidden.keySet().containsAll(sent.keySet())) {
      passed(deadline, "not every threat was hidden");
      Thread.sleep(20);
    }
  }

  private static void passed(long deadline, String trouble) {
    if (System.nanoTime() > deadline) {
      throw new IllegalStateException(trouble + " within " + PATIENCE);
    }
  }

  private Times times(Map<String, Long> sent) {
    Map<String, Long> ordered = new HashMap<>();
    orders.ordered().forEach((comment, hide) -> ordered.put(comment, hide.readAt()));
    return new Times(since(sent, ordered), since(sent, hidden));
  }

  private static List<Long> since(Map<String, Long> sent, Map<String, Long> reached) {
    return sent.entrySet().stream()
        .map(one -> reached.getOrDefault(one.getKey(), Long.MAX_VALUE) - one.getValue())
        .map(nanos -> Duration.ofNanos(nanos).toMillis())
        .toList();
  }

  @Override
  public void close() {
    orders.close();
    facebook.close();
  }
}
