package hallmonitor.moderation.console.comments;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A link to a comment or post, as a person copied it: browsers and apps add what the platform does
 * not say of it, and leave out what it says.
 *
 * @param links the link as the platform may have given it
 * @param ids what it may name the comment by
 * @param host where it leads, in lower case without {@code www.}; empty if it is only an id
 */
record PastedLink(List<String> links, Set<String> ids, String host) {
  /** Longer texts are no links. */
  static final int LONGEST = 2_000;

  /** The parameters that say which comment or post is meant; others only track who shared it. */
  private static final Set<String> NAMING =
      Set.of(
          "comment_id",
          "reply_comment_id",
          "fbid",
          "story_fbid",
          "id",
          "v",
          "lc",
          "p",
          "post",
          "diff",
          "oldid",
          "title");

  private static final Pattern IN_FRAGMENT = Pattern.compile("(?:comment-|c)?([\\w-]+)");

  PastedLink {
    links = List.copyOf(links);
    ids = Set.copyOf(ids);
  }

  /** Reads what was pasted; empty if it is neither a link nor an id. */
  static Optional<PastedLink> of(String pasted) {
    String text = pasted.replace("\0", "").strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text.replace(" ", "%20"));
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return Optional.of(
          web && uri.getHost() != null
              ? new PastedLink(links(uri), ids(uri), host(uri))
              : new PastedLink(List.of(text), Set.of(text), ""));
    } catch (URISyntaxException e) {
      return Optional.of(new PastedLink(List.of(text), Set.of(text), ""));
    }
  }

  /** Returns the host of an address, to compare it. */
  static String host(URI uri) {
    String host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  private static List<String> links(URI uri) {
    Set<String> links = new LinkedHashSet<>();
    String path = Optional.ofNullable(uri.getRawPath()).orElse("").replaceFirst("/+$", "");
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    for (String scheme : List.of("https", "http")) {
      for (String host : List.of(host(uri), "www." + host(uri))) {
        for (String end : List.of(path, path + "/")) {
          for (String query : queries(uri)) {
            for (String fragment : fragments(uri)) {
              links.add(scheme + "://" + host + port + end + query + fragment);
            }
          }
        }
      }
    }
    return List.copyOf(links);
  }

  private static Set<String> queries(URI uri) {
    Set<String> queries = new LinkedHashSet<>();
    queries.add(uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    String naming =
        parameters(uri).stream()
            .filter(one -> NAMING.contains(one.replaceFirst("=.*", "")))
            .collect(Collectors.joining("&"));
    queries.add(naming.isEmpty() ? "" : "?" + naming);
    return queries;
  }

  private static List<String> parameters(URI uri) {
    return uri.getRawQuery() == null ? List.of() : Arrays.asList(uri.getRawQuery().split("&"));
  }

  private static Set<String> fragments(URI uri) {
    String fragment = uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment();
    return new LinkedHashSet<>(List.of(fragment, ""));
  }

  private static Set<String> ids(URI uri) {
    Set<String> ids = new LinkedHashSet<>();
    parameters(uri).stream()
        .filter(one -> one.matches("(?:reply_)?comment_id=.+|lc=.+"))
        .forEach(one -> ids.add(one.replaceFirst("[^=]*=", "")));
    if (uri.getRawFragment() != null) {
      Matcher named = IN_FRAGMENT.matcher(uri.getRawFragment());
      if (named.matches()) {
        ids.add(named.group(1));
      }
    }
    if (ids.isEmpty()) {
      String path = Optional.ofNullable(uri.getPath()).orElse("").replaceFirst("/+$", "");
      ids.add(path.substring(path.lastIndexOf('/') + 1));
      ids.remove("");
    }
    return ids;
  }
}
