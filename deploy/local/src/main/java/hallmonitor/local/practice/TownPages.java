package hallmonitor.local.practice;

import hallmonitor.local.web.PageWords;
import hallmonitor.local.web.TemplatePage;
import hallmonitor.standin.web.Request;
import hallmonitor.standin.web.RouteAnswer;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The pages of the school on the platforms, in the practice page's own plain design. */
final class TownPages {
  private static final String SOURCE = TemplatePage.source(TownPages.class, "platform.html");

  private TownPages() {}

  static RouteAnswer.Now page(TownPlatform platform, Request request) {
    PageWords words = PracticePage.WORDS.orEnglish(request);
    Map<String, String> values = new HashMap<>();
    values.put("platform", platform.text());
    values.put("kind", platform.name().toLowerCase(Locale.ROOT));
    values.put("school", PracticePage.SITE_NAME);
    values.put("title", platform.post().title());
    values.put("text", platform.post().text());
    values.put(
        "day", PracticePage.DAY.format(platform.post().at().atOffset(ZoneOffset.ofHours(-5))));
    values.put("most", String.valueOf(platform.mostCharacters()));
    values.put("hiding", words.say(platform.hiding()));
    values.put("reading", words.say(platform.reading()));
    values.put(
        "stands",
        words.say(
            "A practice page that speaks {1}’s API. It is not {1}, and nothing leaves this machine.",
            platform.text()));
    here(platform.path(), values);
    return BrowserIdentity.remember(request, words.page(SOURCE, values));
  }

  /** Marks one of the four pages in the line that leads to all of them. */
  static void here(String path, Map<String, String> values) {
    values.put("path", path);
    values.put("on/", path.equals("/") ? "page" : "false");
    for (TownPlatform platform : TownPlatform.values()) {
      values.put("on" + platform.path(), platform.path().equals(path) ? "page" : "false");
    }
  }
}
