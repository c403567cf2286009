package org.heatwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.heatwatch.ledger.SiteDefinition;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The feed has what RFC 4287 requires of a feed and of its entries. */
final class AlertFeedTest {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final ApiClient api =
            new ApiClient(new KnownSite("here", "Factory <&>", 3).publish(12).sources());

    private static Document parse(Response response) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(response.body()));
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS(ATOM, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .filter(node -> node.getParentNode().equals(parent))
                .toList();
    }

    private static String text(Element parent, String name) {
        assertThat(elements(parent, name)).as(name).hasSize(1);
        return elements(parent, name).getFirst().getTextContent();
    }

    @Test
    void theFeedHasItsRequiredElements() throws Exception {
        Response response = api.get("/alerts.atom?site=here");
        assertThat(ApiClient.header(response, "Content-Type")).isEqualTo("application/atom+xml; charset=utf-8");
        Element feed = parse(response).getDocumentElement();
        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(URI.create(text(feed, "id")).isAbsolute()).isTrue();
        assertThat(text(feed, "title")).startsWith("Simulated data: alerts of ");
        assertThat(Instant.parse(text(feed, "updated"))).isAfter(Instant.EPOCH);
        assertThat(text(elements(feed, "author").getFirst(), "name")).isEqualTo("Heat Watch");
        assertThat(elements(feed, "link")).anySatisfy(link -> {
            assertThat(link.getAttribute("rel")).isEqualTo("self");
            assertThat(link.getAttribute("href")).isEqualTo(ApiClient.BASE + "/alerts.atom?site=here");
        });
    }

    @Test
    void everyAlertIsAnEntryWithItsTextAndAnAddressThatAnswers() throws Exception {
        Element feed = parse(api.get("/alerts.atom")).getDocumentElement();
        List<Element> entries = elements(feed, "entry");
        assertThat(entries)
                .hasSize(api.json("/collections/alerts/items").path("features").size())
                .isNotEmpty();
        assertThat(entries.stream().map(entry -> text(entry, "id"))).doesNotHaveDuplicates();
        assertThat(entries.stream().map(entry -> text(entry, "updated")))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        for (Element entry : entries) {
            assertThat(text(entry, "title")).isNotBlank();
            assertThat(text(entry, "content")).isNotBlank();
            String address = elements(entry, "link").getFirst().getAttribute("href");
            assertThat(api.get(address).status()).as(address).isEqualTo(200);
        }
    }

    @Test
    void thePageAndTheLandingPageNameTheFeed() {
        assertThat(ApiClient.text(api.get("/?f=html")))
                .contains("<link rel=\"alternate\" type=\"application/atom+xml\"")
                .contains("/alerts.atom?site");
        assertThat(api.json("/").path("links"))
                .anySatisfy(link -> assertThat(link.path("href").asText()).endsWith("/alerts.atom?site=here"));
    }

    @Test
    void withSeveralSitesTheLandingPageLinksTheFeedOfEach() {
        Sources sources = new KnownSite("here", "Factory", 1).publish(4).sources();
        sources.ledger()
                .putSite(SiteDefinition.first(
                        sources.ledger()
                                .site("here")
                                .orElseThrow()
                                .text()
                                .replace("\"id\": \"here\"", "\"id\": \"there\""),
                        "test"));
        ApiClient several = new ApiClient(sources);

        List<String> feeds = new ArrayList<>();
        several.json("/").path("links").forEach(link -> {
            if (link.path("type").asText().equals(MediaTypes.ATOM)) {
                feeds.add(link.path("href").asText());
            }
        });

        assertThat(feeds)
                .containsExactly(ApiClient.BASE + "/alerts.atom?site=here", ApiClient.BASE + "/alerts.atom?site=there");
        assertThat(feeds)
                .allSatisfy(feed -> assertThat(several.get(feed.substring(ApiClient.BASE.length()))
                                .status())
                        .isEqualTo(200));
    }

    @Test
    void theFeedNamesItsSiteInItsOwnAddress() throws Exception {
        assertThat(elements(parse(api.get("/alerts.atom")).getDocumentElement(), "link"))
                .anySatisfy(link ->
                        assertThat(link.getAttribute("href")).isEqualTo(ApiClient.BASE + "/alerts.atom?site=here"));
    }
}
