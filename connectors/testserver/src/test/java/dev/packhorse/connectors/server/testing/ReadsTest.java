package dev.packhorse.connectors.server.testing;

import static dev.packhorse.connectors.server.testing.Site.read;
import static dev.packhorse.connectors.server.testing.Site.said;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.packhorse.connectors.server.testing.state.Channel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Reading (reference 4.2, 4.3 and 7.7)")
class ReadsTest extends FakeTest {
  private Channel channel;

  @BeforeEach
  void fill() throws IOException {
    SampleData.fill(fake, 210);
    channel = fake.channel(fake.team("crew"), "long");
  }

  private JsonNode posts(String query) {
    return read(site.get("/channels/" + channel.id + "/posts?" + query));
  }

  private static List<String> order(JsonNode page) {
    List<String> order = new ArrayList<>();
    page.path("order").forEach(id -> order.add(id.asText()));
    return order;
  }

  @Test
  @DisplayName("4.2: users come by name, 200 at most, deactivated ones among them")
  void users() {
    JsonNode first = read(site.get("/users?per_page=500"));
    assertThat(first.size()).isEqualTo(200);
    JsonNode second = read(site.get("/users?per_page=500&page=1"));
    assertThat(second.size()).isEqualTo(213 - 200);
    assertThat(first.get(1).path("username").asText()).isEqualTo("left");
    assertThat(first.get(1).path("delete_at").asLong()).isPositive();
  }

  @Test
  @DisplayName("4.3: pages give every post once while nothing is written")
  void pages() {
    Set<String> seen = new HashSet<>();
    for (int page = 0; page < 3; page++) {
      seen.addAll(order(posts("per_page=200&page=" + page)));
    }
    assertThat(seen).hasSize(449);
    assertThat(order(posts("per_page=200&page=3"))).isEmpty();
  }

  @Test
  @DisplayName("4.3: 'before' loses the posts of the boundary's millisecond")
  void before() {
    Set<String> seen = new HashSet<>();
    List<String> page = order(posts("per_page=200"));
    while (!page.isEmpty()) {
      seen.addAll(page);
      page = order(posts("per_page=200&before=" + page.get(page.size() - 1)));
    }
    assertThat(seen).hasSizeLessThan(449);
  }

  @Test
  @DisplayName("4.3: roots of threads are in the map though not in the order")
  void extras() {
    JsonNode page = posts("per_page=200");
    assertThat(page.path("posts").size()).isGreaterThan(page.path("order").size());
  }

  @Test
  @DisplayName("4.3: deleted posts come only when an administrator asks, and with 'since'")
  void deleted() {
    assertThat(order(posts("per_page=200&page=2&include_deleted=true"))).hasSize(50);
    assertThat(posts("since=1").path("order").size()).isEqualTo(450);
    Site member = site.as(fake.loginToken(fake.user("user0000")));
    assertThat(said(member.get("/channels/" + channel.id + "/posts?include_deleted=true")))
        .startsWith("403");
  }

  @Test
  @DisplayName("4.2: direct messages are found through their members only")
  void directs() {
    JsonNode all = read(site.get("/channels?include_deleted=true&per_page=200"));
    for (JsonNode one : all) {
      assertThat(one.path("type").asText()).isIn("O", "P");
    }
    String id = fake.user("user0000").id;
    JsonNode own = read(site.get("/users/" + id + "/channels?include_deleted=true"));
    assertThat(own.findValuesAsText("type")).contains("D", "G", "P", "O");
  }

  @Test
  @DisplayName("4.2: what others have read is -1, also for administrators")
  void members() {
    JsonNode members = read(site.get("/channels/" + channel.id + "/members"));
    assertThat(members.size()).isEqualTo(60);
    assertThat(members.get(0).path("last_viewed_at").asLong()).isEqualTo(-1);
    String id = fake.user("user0000").id;
    var lines = site.get("/users/" + id + "/channel_members?page=-1");
    assertThat(new String(lines.body(), StandardCharsets.UTF_8).lines()).hasSizeGreaterThan(4);
  }

  @Test
  @DisplayName("4.2: a lost file has a record and no body; emoji are 501 when off")
  void files() {
    String kept = channel.posts.get(10).files.get(0).id;
    String lost = channel.posts.get(11).files.get(0).id;
    assertThat(site.get("/files/" + kept).body()).hasSize(14);
    assertThat(site.call("GET", "/files/" + kept, null, "Range", "bytes=10-").body()).hasSize(4);
    assertThat(said(site.get("/files/" + lost + "/info"))).isEqualTo("200");
    assertThat(said(site.get("/files/" + lost))).startsWith("404");
    assertThat(read(site.get("/emoji")).get(0).path("name").asText()).isEqualTo("horse");
    fake.config("ServiceSettings.EnableCustomEmoji", false);
    assertThat(said(site.get("/emoji"))).isEqualTo("501 api.emoji.disabled.app_error");
  }

  @Test
  @DisplayName("4.2: a thread comes in pages, root first")
  void thread() {
    String root = channel.posts.get(100).id;
    JsonNode page = read(site.get("/posts/" + root + "/thread?perPage=5&direction=down"));
    assertThat(page.path("order").size()).isEqualTo(6);
    assertThat(page.path("has_next").asBoolean()).isTrue();
    String last = page.path("order").get(5).asText();
    long at = page.path("posts").path(last).path("create_at").asLong();
    JsonNode next =
        read(
            site.get(
                "/posts/"
                    + root
                    + "/thread?direction=down&fromPost="
                    + last
                    + "&fromCreateAt="
                    + at));
    assertThat(next.path("has_next").asBoolean()).isFalse();
    assertThat(order(next)).doesNotContain(last);
  }

  @Test
  @DisplayName("4.2: teams and channels tell their number when asked")
  void totals() {
    assertThat(read(site.get("/teams?include_total_count=true")).path("total_count").asInt())
        .isEqualTo(1);
    assertThat(read(site.get("/channels?include_total_count=true")).path("total_count").asInt())
        .isEqualTo(4);
    assertThat(read(site.get("/bots")).get(0).path("username").asText()).isEqualTo("robot");
  }
}
