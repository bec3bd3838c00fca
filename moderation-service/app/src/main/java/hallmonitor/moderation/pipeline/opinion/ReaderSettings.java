package hallmonitor.moderation.pipeline.opinion;

import hallmonitor.moderation.policy.DoubtfulBand;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A checked configuration of the policy reader.
 *
 * @param endpoint the address of chat completions
 * @param model as the server names it
 * @param key sent as a bearer token to the endpoint and nowhere else
 * @param effort how long a reasoning model thinks
 * @param band the scores that are doubtful
 * @param limit for all questions of a batch together
 * @param atOnce most questions at the same time
 * @param outsideAllowed whether an administrator has said that comments may leave the district
 */
public record ReaderSettings(
    URI endpoint,
    String model,
    Optional<String> key,
    Optional<String> effort,
    DoubtfulBand band,
    Duration limit,
    int atOnce,
    boolean outsideAllowed) {
  /** The value of {@code send-comments-to} that lets comments leave the district. */
  public static final String OUTSIDE = "a service outside the district";

  private static final System.Logger LOG = System.getLogger(ReaderSettings.class.getName());

  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int MOST_AT_ONCE = 64;
  private static final Set<String> EFFORTS = Set.of("low", "medium", "high");

  /**
   * Ollama uses this in names of models that it forwards to its own servers from a local address.
   */
  private static final Pattern RUNS_ELSEWHERE = Pattern.compile("(?i).*[:-]cloud");

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]+");

  /** The same as written, not checked. */
  public record Written(
      Optional<String> url,
      Optional<String> model,
      Optional<String> key,
      Optional<String> reasoningEffort,
      Optional<String> sendCommentsTo,
      double below,
      double above,
      Duration timeLimit,
      int atOnce) {
    /** Without the key. */
    @Override
    public String toString() {
      return model.orElse("no model") + " at " + url.orElse("no address");
    }
  }

  /**
   * Checks what is written.
   *
   * @return empty if no address is given
   * @throws IllegalArgumentException with every mistake as a sentence; none repeats the key
   */
  static Optional<ReaderSettings> check(Written written, ReaderNames.Lookup lookup) {
    if (written.url().isEmpty()) {
      if (written.model().isPresent() || written.sendCommentsTo().isPresent()) {
        throw new IllegalArgumentException(
            "The policy reader has no address: set hallmonitor.policy-reader.url, or remove its"
                + " other settings.");
      }
      return Optional.empty();
    }
    List<String> mistakes = new ArrayList<>();
    boolean outside = written.sendCommentsTo().filter(OUTSIDE::equals).isPresent();
    Optional<URI> endpoint = endpoint(written.url().get(), mistakes);
    endpoint.ifPresent(uri -> checkHost(uri, new ReaderNames(lookup, outside), mistakes));
    checkRest(written, outside, mistakes);
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", mistakes));
    }
    return Optional.of(
        new ReaderSettings(
            endpoint.orElseThrow(),
            written.model().orElseThrow().strip(),
            written.key(),
            written.reasoningEffort(),
            new DoubtfulBand(written.below(), written.above()),
            written.timeLimit(),
            written.atOnce(),
            outside));
  }

  private static Optional<URI> endpoint(String url, List<String> mistakes) {
    try {
      URI uri = new URI(url.strip());
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return Optional.of(new URI(url.strip().replaceAll("/+$", "") + "/chat/completions"));
      }
    } catch (URISyntaxException e) {
      LOG.log(System.Logger.Level.DEBUG, "no web address", e);
    }
    mistakes.add(
        "hallmonitor.policy-reader.url must be the base of the server's API, such as"
            + " http://127.0.0.1:11434/v1, without a user name, a query or a fragment.");
    return Optional.empty();
  }

  private static void checkHost(URI endpoint, ReaderNames names, List<String> mistakes) {
    try {
      if (!names.leadsOutside(endpoint.getHost())) {
        return;
      }
      if (!names.outsideAllowed()) {
        mistakes.add(
            "The policy reader's host "
                + endpoint.getHost()
                + " is not on this machine or in a private network, so comments would leave the"
                + " district. If that is meant, set hallmonitor.policy-reader.send-comments-to to: "
                + OUTSIDE);
      } else if (!"https".equals(endpoint.getScheme())) {
        mistakes.add("A policy reader outside the district needs an address with https://.");
      }
    } catch (UnknownHostException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The policy reader''s host {0} is not known at present; it is checked again before each"
              + " connection.",
          endpoint.getHost());
    }
  }

  private static void checkRest(Written written, boolean outside, List<String> mistakes) {
    String model = written.model().map(String::strip).orElse("");
    if (model.isEmpty() || model.length() > 200) {
      mistakes.add(
          "hallmonitor.policy-reader.model must name the model as the server does, such as"
              + " gpt-oss-safeguard:20b.");
    }
    if (RUNS_ELSEWHERE.matcher(model).matches() && !outside) {
      mistakes.add(
          "The model "
              + model
              + " runs on its maker's servers, even behind a local address, so comments would leave"
              + " the district. If that is meant, set hallmonitor.policy-reader.send-comments-to to: "
              + OUTSIDE);
    }
    if (written.sendCommentsTo().isPresent() && !outside) {
      mistakes.add("hallmonitor.policy-reader.send-comments-to can only be: " + OUTSIDE);
    }
    if (written.key().filter(key -> !KEY.matcher(key).matches()).isPresent()) {
      mistakes.add("The secret policy-reader-key must be one line of plain characters.");
    }
    if (written.reasoningEffort().filter(effort -> !EFFORTS.contains(effort)).isPresent()) {
      mistakes.add("hallmonitor.policy-reader.reasoning-effort must be low, medium or high.");
    }
    checkNumbers(written, mistakes);
  }

  private static void checkNumbers(Written written, List<String> mistakes) {
    for (double distance : new double[] {written.below(), written.above()}) {
      if (!(distance >= 0 && distance <= DoubtfulBand.MOST)) {
        mistakes.add(
            "hallmonitor.policy-reader.below and .above must be from 0 to "
                + DoubtfulBand.MOST
                + ".");
        break;
      }
    }
    if (written.timeLimit().compareTo(SHORTEST) < 0 || written.timeLimit().compareTo(LONGEST) > 0) {
      mistakes.add("hallmonitor.policy-reader.time-limit must be from 100ms to 30s.");
    }
    if (written.atOnce() < 1 || written.atOnce() > MOST_AT_ONCE) {
      mistakes.add("hallmonitor.policy-reader.at-once must be from 1 to " + MOST_AT_ONCE + ".");
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return model + " at " + endpoint;
  }
}
