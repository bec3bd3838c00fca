package hallmonitor.moderation.console.menu;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The menu of the viewer: what their role needs, and nothing else. */
@RequestScoped
@Named("menu")
public class Menu {
  private static final String UNCONFIRMED = "/queue?state=unconfirmed";

  private final Viewer viewer;
  private final MenuCounts counts;
  private final ConsoleConfig config;
  private @Nullable List<MenuArea> areas;

  Menu(Viewer viewer, MenuCounts counts, ConsoleConfig config) {
    this.viewer = viewer;
    this.counts = counts;
    this.config = config;
  }

  /** Returns the areas in order, made once per page. */
  public List<MenuArea> getAreas() {
    if (areas == null) {
      areas = made();
    }
    return areas;
  }

  /** Returns the address of the practice page; null if there is none. */
  public @Nullable URI getPractice() {
    return config.practice().orElse(null);
  }

  /** Returns the address of the mailbox page; null if there is none. */
  public @Nullable URI getMailbox() {
    return config.mailbox().orElse(null);
  }

  private List<MenuArea> made() {
    MenuCounts.Counts now = counts.now();
    List<MenuArea> made = new ArrayList<>();
    if (viewer.isBuildingAdministrator()) {
      Sentence schools = Sentence.of("My schools");
      made.add(alone(schools, "school", "/my-building"));
    } else {
      made.add(alone(Sentence.of("Home"), "house", "/home"));
    }
    made.add(queue(now));
    made.add(posts(now));
    made.add(reports());
    if (viewer.isAudits()) {
      made.add(records(now));
    }
    if (viewer.isBuildingAdministrator()) {
      made.add(alone(Sentence.of("Account register"), "clipboard-check", "/register"));
    } else {
      made.add(settings(now));
    }
    return made;
  }

  private MenuArea queue(MenuCounts.Counts now) {
    Counter urgent = new Counter("urgent", now.urgent(), "red", Sentence.of("urgent"));
    Counter overdue = new Counter("overdue", now.overdue(), "red", Sentence.of("overdue"));
    boolean confirming = viewer.asksFor("state", "unconfirmed");
    List<MenuPage> pages = new ArrayList<>();
    pages.add(
        new MenuPage(
            Sentence.of("All cases"), "/queue", viewer.isAt("/queue") && !confirming, urgent));
    pages.add(
        new MenuPage(
            Sentence.of("Auto-hidden"),
            UNCONFIRMED,
            viewer.isAt("/queue") && confirming,
            waiting("unconfirmed", now.unconfirmed())));
    pages.add(page(Sentence.of("Escalations"), "/clocks", overdue));
    pages.add(page(Sentence.of("Appeals"), "/appeals", waiting("appeals", now.appeals())));
    pages.add(page(Sentence.of("Blocks"), "/blocks", waiting("blocks", now.blocks())));
    pages.add(page(Sentence.of("Tips"), "/tips", waiting("tips", now.tips())));
    pages.add(page(Sentence.of("All comments"), "/comments", Counter.NONE));
    return new MenuArea(Sentence.of("Queue"), "inbox", urgent, pages);
  }

  private MenuArea records(MenuCounts.Counts now) {
    Counter requests = waiting("requests", now.requests());
    return new MenuArea(
        Sentence.of("Records"),
        "archive",
        requests,
        List.of(
            page(Sentence.of("Search"), "/search", Counter.NONE),
            page(Sentence.of("Requests"), "/requests", requests),
            page(Sentence.of("Holds and disposal"), "/records", Counter.NONE),
            page(Sentence.of("Evidence"), "/evidence", Counter.NONE)));
  }

  private MenuArea posts(MenuCounts.Counts now) {
    boolean keeping = viewer.isAt("/media-release/list");
    List<MenuPage> pages = new ArrayList<>();
    pages.add(page(Sentence.of("Posts to check"), "/posts", waiting("posts", now.posts())));
    pages.add(page(Sentence.of("Write a post"), "/planned-posts", Counter.NONE));
    pages.add(
        new MenuPage(
            Sentence.of("May I publish?"),
            "/media-release",
            viewer.isAt("/media-release") && !keeping,
            Counter.NONE));
    if (viewer.isKeepsMediaReleases()) {
      pages.add(page(Sentence.of("Media-release list"), "/media-release/list", Counter.NONE));
    }
    pages.add(page(Sentence.of("Guidelines for staff"), "/guidance", Counter.NONE));
    return new MenuArea(Sentence.of("Posts"), "megaphone", Counter.NONE, pages);
  }

  private MenuArea reports() {
    return new MenuArea(
        Sentence.of("Reports"),
        "chart-column",
        Counter.NONE,
        List.of(
            page(Sentence.of("Overview"), "/reports", Counter.NONE),
            page(Sentence.of("Rule accuracy"), "/precision", Counter.NONE),
            page(Sentence.of("Quality"), "/quality", Counter.NONE)));
  }

  private MenuArea settings(MenuCounts.Counts now) {
    List<MenuPage> pages = new ArrayList<>();
    pages.add(page(Sentence.of("Accounts"), "/accounts", Counter.NONE));
    pages.add(page(Sentence.of("Account register"), "/register", Counter.NONE));
    if (viewer.isModerates()) {
      pages.add(page(Sentence.of("Known pictures"), "/known-pictures", Counter.NONE));
    }
    if (viewer.isAdministrator()) {
      pages.add(page(Sentence.of("People"), "/people", Counter.NONE));
    }
    pages.add(page(Sentence.of("Policy"), "/policy", Counter.NONE));
    pages.add(page(Sentence.of("Approvals"), "/proposals", waiting("proposals", now.proposals())));
    if (viewer.isAudits()) {
      pages.add(page(Sentence.of("Audit"), "/audit", Counter.NONE));
    }
    pages.add(page(Sentence.of("Troubles"), "/troubles", Counter.NONE));
    if (viewer.isAdministrator()) {
      pages.add(
          page(Sentence.of("Failed messages"), "/dead-letters", waiting("letters", now.letters())));
    }
    return new MenuArea(Sentence.of("Settings"), "settings", Counter.NONE, pages);
  }

  private MenuArea alone(Sentence name, String icon, String href) {
    return new MenuArea(name, icon, Counter.NONE, List.of(page(name, href, Counter.NONE)));
  }

  private MenuPage page(Sentence name, String href, Counter count) {
    return new MenuPage(name, href, viewer.isAt(href), count);
  }

  private static Counter waiting(String code, long number) {
    return new Counter(code, number, "", Sentence.of("waiting"));
  }
}
