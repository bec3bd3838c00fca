package hallmonitor.moderation.console.tips;

import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.access.SignedIn;
import hallmonitor.moderation.store.tips.NewTip.Reporter;
import hallmonitor.moderation.store.tips.NewTip.Way;
import hallmonitor.moderation.store.tips.SchoolLinks.SchoolLink;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Who fills in the form: someone by the link of a school, someone who is signed in, or anyone. */
record TipSender(Optional<SchoolLink> link, Optional<ConsoleUser> person) {
  static TipSender of(RoutingContext context, Optional<SchoolLink> link) {
    return new TipSender(link, link.isPresent() ? Optional.empty() : SignedIn.person(context));
  }

  Way way() {
    return link.isPresent() ? Way.SCHOOL : person.isPresent() ? Way.STAFF : Way.PUBLIC;
  }

  /** Returns what the sender's tips are counted by. */
  String countedBy(TipForm typed) {
    return link.map(l -> l.linkId().toString())
        .or(() -> person.map(ConsoleUser::userName))
        .orElse(typed.school());
  }

  /** The name of a person who is signed in is known, and cannot be typed. */
  Reporter reporter(TipForm typed) {
    return person
        .map(p -> new Reporter(p.userName(), p.displayName(), typed.anonymous()))
        .orElseGet(() -> new Reporter("", typed.who(), typed.anonymous()));
  }
}
