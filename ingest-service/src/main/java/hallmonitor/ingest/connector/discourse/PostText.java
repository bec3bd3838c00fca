package hallmonitor.ingest.connector.discourse;

import hallmonitor.ingest.connector.http.HtmlText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * What a post says, from its HTML. What it quotes is somebody else's, so it is left out; an emoji,
 * which is a picture there, is its name; a preview of a page is its address.
 *
 * @param pictures addresses of pictures
 */
record PostText(String text, List<String> pictures) {
  static PostText of(String cooked, URI site) {
    Element body = Jsoup.parseBodyFragment(cooked, site.toString()).body();
    body.select("aside.quote").remove();
    for (Element emoji : body.select("img.emoji")) {
      emoji.replaceWith(new Element("span").text(emoji.attr("alt")));
    }
    for (Element preview : body.select("aside.onebox")) {
      preview.replaceWith(new Element("p").text(preview.attr("data-onebox-src")));
    }
    List<String> pictures = new ArrayList<>();
    for (Element media : body.select("[src]")) {
      pictures.add(media.absUrl("src"));
    }
    return new PostText(HtmlText.shown(body.html()), pictures);
  }
}
