package dev.packhorse.connectors.database.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.database.testing.TestDatabases;
import dev.packhorse.connectors.spi.Account;
import dev.packhorse.formats.model.Channel;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Team;
import dev.packhorse.formats.model.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One bad value of a user, team or channel would be refused by an importer, and with it everything
 * that refers to it; and what can't be written at all is lost and says so.
 */
class RescuedTest {
  private static final String OLIVIA = "w5sjkru38tnrfyf8wkyqex997h";

  @TempDir private static Path folder;

  private static Exported exported;

  @BeforeAll
  static void export() throws IOException {
    Path store = Exported.store("postgres", Files.createDirectory(folder.resolve("store")));
    Files.write(store.resolve("users/" + OLIVIA + "/profile.png"), new byte[0]);
    try (TestDatabase database = TestDatabases.postgres().create().withMattermost537()) {
      database.run(
          "UPDATE users SET email = '' WHERE username = 'sysadmin'",
          "UPDATE teams SET displayname = '' WHERE name = 'hr-private'",
          "UPDATE channels SET name = 'Bad Name' WHERE name = 'restored'",
          "UPDATE channels SET name = 'bad-name' WHERE name = 'renamed'",
          "UPDATE channels SET teamid = 'nosuchteam' WHERE name = 'salaries'",
          "UPDATE posts SET createat = 0 WHERE id = '36es9so36jdrfgta9a3eay85aw'",
          "UPDATE posts SET fileids = '[\"nosuchfile\"]' WHERE id = 'i5xw41etctn93f91autfea7fco'");
      exported =
          Exported.of(
              database,
              Files.createDirectory(folder.resolve("scratch")),
              new Exported.Wish().store(store));
    }
  }

  @Test
  void anEmptyProfilePictureCostsThePictureAndNotTheUser() {
    assertThat(user("olivia.stone").profileImage()).isNull();
    assertThat(exported.account("Pictures of Users").lost())
        .isEqualTo(Map.of("not a picture that can be decoded", 1L));
    assertThat(exported.codes()).contains("data.picture.broken");
  }

  @Test
  void aUserWithoutAnAddressGetsOne() {
    assertThat(user("sysadmin").email()).isEqualTo("sysadmin@removed.invalid");
  }

  @Test
  void aTeamWithoutADisplayNameIsCalledByItsName() {
    assertThat(exported.all(Team.class))
        .filteredOn(team -> team.name().equals("hr-private"))
        .extracting(Team::displayName)
        .containsExactly("hr-private");
  }

  @Test
  void aChannelNameNobodyTakesBecomesOneThatIsFree() {
    assertThat(exported.all(Channel.class))
        .filteredOn(channel -> channel.team().equals("engineering"))
        .extracting(Channel::name)
        .contains("bad-name", "bad-name-2")
        .doesNotContain("Bad Name");
    assertThat(exported.all(Post.class)).anyMatch(post -> post.channel().equals("bad-name-2"));
    assertThat(user("jane.doe").teams())
        .flatExtracting(team -> team.channels().stream().map(one -> one.name()).toList())
        .contains("bad-name-2");
  }

  @Test
  void aMessageWithoutATimeGetsThatOfItsLastChange() {
    assertThat(exported.all(Post.class))
        .filteredOn(post -> post.message().startsWith("edited once"))
        .extracting(Post::createAt)
        .allMatch(time -> time > 1_000_000_000_000L);
  }

  @Test
  void whatHasNoPlaceIsLostAndNotLeftOut() {
    Account posts = exported.account("Posts");
    assertThat(posts.lost()).containsOnlyKeys("team does not exist");
    assertThat(exported.account("Channels").lost()).isEqualTo(Map.of("team does not exist", 1L));
    assertThat(exported.account("FileIds of Posts").lost())
        .isEqualTo(Map.of("FileInfo has no such row", 1L));
    assertThat(exported.codes()).contains("data.channel.homeless", "data.file.unknown");
    assertThat(exported.accounts).allMatch(account -> account.unexplained() == 0);
  }

  private static User user(String name) {
    List<User> found =
        exported.all(User.class).stream().filter(one -> one.username().equals(name)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
