package hallmonitor.bench.console;

import hallmonitor.system.ConsoleClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pages of the console that links lead to, one of each kind. Two addresses are of one kind if
 * they differ only in ids and in the values of their parameters.
 */
final class LinkedPages {
  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");

  /** Style sheets, pictures and files to download. */
  private static final Pattern NO_PAGE =
      Pattern.compile("(/console/|/web/|/_static/|/sign-in).*|.*\\.[a-z]+(\\?.*)?");

  private static final Pattern ID = Pattern.compile("(?<=/)[^/?]*\\d[^/?]*");
  private static final Pattern VALUE = Pattern.compile("=[^&]*");

  private final ConsoleClient console;

  LinkedPages(ConsoleClient console) {
    this.console = console;
  }

  /**
   * Returns the pages that exist, in the order in which they were found.
   *
   * @param first where to begin, and what no link leads to, such as searches
   */
  List<String> from(Collection<String> first) throws IOException, InterruptedException {
    Set<String> kinds = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(first);
    List<String> pages = new ArrayList<>();
    while (!next.isEmpty()) {
      String page = next.remove();
      if (kinds.add(kind(page))) {
        HttpResponse<String> answer = console.get(page);
        if (answer.statusCode() < 300) {
          pages.add(page);
          next.addAll(links(answer.body()));
        }
      }
    }
    return pages;
  }

  private static List<String> links(String html) {
    return LINK.matcher(html)
        .results()
        .map(link -> link.group(1).replace("&amp;", "&"))
        .filter(link -> !NO_PAGE.matcher(link).matches())
        .toList();
  }

  static String kind(String page) {
    Matcher ids = ID.matcher(page);
    return VALUE.matcher(ids.replaceAll("*")).replaceAll("");
  }
}
