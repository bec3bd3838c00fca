package hallmonitor.ingest.connector.discourse;

import hallmonitor.ingest.connector.http.HtmlText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * What a post says, from its HTML. What it quotes counts too: anybody can write a quote that nobody
 * said. An emoji, which is a picture there, is its name; a preview of a page is its address.
 *
 * @param pictures addresses of pictures
 */
record PostText(String text, List<String> pictures) {
  static PostText of(String cooked, URI site) {
    Element body = Jsoup.parseBodyFragment(cooked, site.toString()).body();
    // Added by the forum: the face of who is quoted, and a picture's file name and size.
    body.select("aside.quote > .title img.avatar, .lightbox-wrapper .meta").remove();
    for (Element emoji : body.select("img.emoji")) {
      emoji.replaceWith(new Element("span").text(emoji.attr("alt")));
    }
    for (Element preview : body.select("aside.onebox")) {
      preview.replaceWith(new Element("p").text(preview.attr("data-onebox-src")));
    }
    List<String> pictures = new ArrayList<>();
    for (Element media : body.select("[src]")) {
      if (!media.attr("src").isBlank()) {
        pictures.add(media.absUrl("src"));
      }
    }
    return new PostText(HtmlText.shown(body.html()), pictures);
  }
}
