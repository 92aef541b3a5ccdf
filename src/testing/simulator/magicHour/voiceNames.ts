import { wordList } from './wordList.js';

/** The voices that speak a text. @since 0.1.0 */
export const VOICE_NAMES = wordList(`
  Elon Musk | Mark Zuckerberg | Joe Rogan | Barack Obama | Morgan Freeman | Kanye West |
  Donald Trump | Joe Biden | Kim Kardashian | Taylor Swift | James Earl Jones |
  Samuel L. Jackson | Jeff Goldblum | David Attenborough | Sean Connery | Cillian Murphy |
  Anne Hathaway | Julia Roberts | Natalie Portman | Steve Carell | Amy Poehler | Stephen Colbert |
  Jimmy Fallon | David Letterman | Alex Trebek | Katy Perry | Prince | Kevin Bacon |
  Tom Hiddleston | Adam Driver | Alan Rickman | Alexz Johnson | Ana Gasteyer | Andrew Rannells |
  Arden Cho | Bear Grylls | Ben McKenzie | Ben Stiller | Ben Whishaw | Billie Joe Armstrong |
  Bingbing Li | Booboo Stewart | Bradley Steven Perry | Bruno Mars | Caity Lotz | Cameron Boyce |
  Candice Accola | Carrie Underwood | Casey Affleck | Caterina Scorsone | Cedric the Entertainer |
  Chace Crawford | Chadwick Boseman | Charlie Day | Chris Hemsworth | Chris Martin |
  Christopher Mintz-Plasse | Dan Fogler | Dan Stevens | Daniel Dae Kim | Danielle Panabaker |
  Dave Bautista | David Schwimmer | Denis Leary | Derek Mears | Diego Luna | Donald Glover |
  Donnie Yen | Doutzen Kroes | Dove Cameron | Dr. Dre | Drake Bell | Elle Fanning | Ernie Hudson |
  Fergie | Forest Whitaker | Francia Raisa | Freddie Highmore | Gillian Jacobs | Gina Carano |
  Ginnifer Goodwin | Gordon Ramsay | Guy Pearce | Gwendoline Christie | Hailee Steinfeld |
  Howie Mandel | Hugh Jackman | Hugh Laurie | J. K. Simmons | Jack Black | Jared Leto |
  Jennifer Carpenter | Kesha | Kris Jenner | Kristen Bell | Lorde | Matt Smith | Marilyn Monroe |
  Charlie Chaplin | Albert Einstein | Abraham Lincoln | John F. Kennedy | Lucille Ball |
  A.R. Rahman | Aamir Khan | Ajay Devgn | Akshay Kumar | Alain Delon | Alan Alda | Alan Cumming |
  Amitabh Bachchan | Ang Lee | Ansel Elgort | Anthony Anderson | Anthony Mackie | Armie Hammer |
  Asa Butterfield | B.J. Novak | Barbara Eden | Betty White | Bill Nighy | Bill Pullman |
  Blake Shelton | Bonnie Wright | Brad Paisley | Brendan Gleeson | Brian Cox | Bruno Ganz |
  Burt Reynolds | Carrie Fisher | Charles Dance | Chiwetel Ejiofor | Chris Pine |
  Christina Hendricks | Christina Ricci | Cyndi Lauper | Dakota Fanning | Damian Lewis |
  Dan Aykroyd | Daniel Craig | David Oyelowo | David Tennant | Diane Keaton | Diane Kruger |
  Dick Van Dyke | Domhnall Gleeson | Dominic Cooper | Donald Sutherland | Drew Carey |
  Eartha Kitt | Eddie Izzard | Edward Asner | Eli Roth | Elisabeth Moss | Ellen Burstyn |
  Emile Hirsch | Ezra Miller | Felicity Jones | Fiona Shaw | Florence Henderson | Freida Pinto |
  Geena Davis | Gemma Arterton | Geri Halliwell | Glenn Close | Gloria Steinem | Greta Gerwig |
  Gugu Mbatha-Raw | Hans Zimmer | Harry Connick Jr. | Harvey Keitel | Helena Bonham Carter |
  Henry Cavill | Hilary Swank | Hugh Bonneville | Idina Menzel | Imelda Staunton |
  Ingrid Bergman | Irrfan Khan | Isla Fisher | Iwan Rheon | Jack Lemmon | Janet Jackson |
  Jason Bateman | Jason Segel | Jennifer Coolidge | Johnny Galecki | Jon Favreau |
  Joseph Gordon-Levitt | Josh Brolin | Josh Gad | Josh Groban | Julia Louis-Dreyfus |
  Kristen Stewart | Kristen Wiig | Rooney Mara | Caitriona Balfe | J.J. Abrams | Zoe Saldana |
  SpongeBob SquarePants | Patrick Star | Squidward Tentacles | Homer Simpson | Bart Simpson |
  Peter Griffin | Stewie Griffin | Eric Cartman | Rick Sanchez | Bugs Bunny | Mickey Mouse |
  Donald Duck | Shrek | Donkey (Shrek) | Elsa (Frozen) | Woody (Toy Story) | Buzz Lightyear |
  Scooby-Doo | Shaggy Rogers | Bender (Futurama) | Optimus Prime | Batman (Animated) |
  The Joker (Animated) | Darth Vader | Yoda | Gollum Smeagol | Gandalf | Winnie the Pooh |
  Kermit the Frog | Elmo | SpiderMan (Tom Holland ver.) | Mario | Luigi | Sonic the Hedgehog |
  Naruto Uzumaki | Goku | Vegeta | Light Yagami | Luffy (One Piece) | Edward Elric | Eren Jaeger |
  Levi Ackerman | Tanjiro Kamado | All Might | GLaDOS | Master Chief | Kratos | Arthur Morgan |
  Geralt of Rivia | Dwayne 'The Rock' Johnson | LeBron James | Shaquille O'Neal | Conor McGregor |
  Mike Tyson | Kobe Bryant | Floyd Mayweather | Cristiano Ronaldo | Lionel Messi |
  Serena Williams | Tom Brady | Stephen Curry | John Cena | Hulk Hogan | Stone Cold Steve Austin |
  The Undertaker | Nate Diaz | Charles Barkley | Shannon Sharpe | Drake | Rihanna | Eminem |
  Snoop Dogg | Jay-Z | Ed Sheeran | Billie Eilish | Ariana Grande | Adele | Post Malone |
  Travis Scott | Nicki Minaj | Cardi B | Doja Cat | Bad Bunny | Justin Bieber |
  Sabrina Carpenter | Chappell Roan | Dua Lipa | The Weeknd | Miley Cyrus | Lady Gaga |
  Kendrick Lamar | Ozzy Osbourne | Freddie Mercury | Elvis Presley | Bob Marley | Frank Sinatra |
  MrBeast | PewDiePie | Kai Cenat | IShowSpeed | Markiplier | Jacksepticeye | KSI | Logan Paul |
  Jake Paul | Dream (Minecraft) | Corpse Husband | xQc | Pokimane | Valkyrae | Ninja | Joe Scott |
  Linus (LTT) | Ryan Reynolds | Tom Hanks | Robert Downey Jr. | Will Smith | Denzel Washington |
  Leonardo DiCaprio | Brad Pitt | Keanu Reeves | Nicolas Cage | Al Pacino | Robert De Niro |
  Arnold Schwarzenegger | Sylvester Stallone | Vin Diesel | Jason Statham | Tom Cruise |
  Johnny Depp | Scarlett Johansson | Angelina Jolie | Jennifer Aniston | Emma Watson |
  Margot Robbie | Sydney Sweeney | Zendaya | Timothee Chalamet | Pedro Pascal | Oscar Isaac |
  Benedict Cumberbatch | Ian McKellen | Patrick Stewart | Christopher Walken |
  Matthew McConaughey | Harrison Ford | Mark Wahlberg | Owen Wilson | Seth Rogen | Kevin Hart |
  Adam Sandler | Jim Carrey | Eddie Murphy | Robin Williams | Will Ferrell | Melissa McCarthy |
  Awkwafina | Jason Momoa | Idris Elba | Tom Hardy | Michael B. Jordan | Austin Butler |
  Glen Powell | Paul Giamatti | Bryan Cranston | Bob Odenkirk | Vladimir Putin |
  Queen Elizabeth II | Winston Churchill | Martin Luther King Jr. | Kamala Harris |
  Bernie Sanders | Alexandria Ocasio-Cortez | Narendra Modi | Oprah Winfrey | Ellen DeGeneres |
  Dr. Phil | Steve Harvey | Trevor Noah | John Oliver | James Corden | Ryan Seacrest |
  Howard Stern | Conan O'Brien | Seth Meyers | Bill Nye | Neil deGrasse Tyson | Guy Fieri |
  Dave Chappelle | Chris Rock | Jerry Seinfeld | Ali Wong | John Mulaney | Hasan Minhaj |
  Nikki Glaser | Matt Rife | Gabriel Iglesias | Bo Burnham | Jeff Bezos | Bill Gates |
  Steve Jobs | Tim Cook | Sam Altman | Jensen Huang | Gilbert Gottfried | James May |
  Jeremy Clarkson | Richard Hammond | Bob Ross | Anthony Bourdain | David Goggins |
  Jordan Peterson | Joe Pesci | Danny DeVito | Seth MacFarlane | Patrick Warburton | Keith David |
  Mark Hamill | Liam Neeson | Antonio Banderas | Sofia Vergara | Penelope Cruz | Gal Gadot |
  Cate Blanchett | Viola Davis | Meryl Streep | Sandra Bullock | Reese Witherspoon | Salma Hayek |
  Lupita Nyong'o | Florence Pugh | Jenna Ortega | Ana de Armas | Jacob Elordi | Barry White |
  Dolly Parton | Willie Nelson | Lil Wayne | 50 Cent | Ice Cube | Tupac Shakur |
  Notorious B.I.G. | Bob Dylan | David Bowie | Michael Jackson | Whitney Houston | Amy Winehouse |
  SZA | Tyler, The Creator | Thanos | Tony Stark | Captain Jack Sparrow | Walter White |
  Tommy Shelby | Michael Scott | Dwight Schrute | Bowser | Usain Bolt | Tyson Fury | Dana White |
  Pat McAfee | Giannis Antetokounmpo | Lex Fridman | Ben Shapiro | Tucker Carlson |
  Martha Stewart | Gordon Lightfoot | Lizzo | Megan Thee Stallion | Ice Spice | 21 Savage |
  Metro Boomin | Jack Harlow | Peso Pluma | BTS Jungkook | Quentin Tarantino | Werner Herzog |
  Anderson Cooper | Rachel Maddow | Mahatma Gandhi | Muhammad Ali | Princess Diana |
  Nelson Mandela | Steve Irwin | Morty Smith | Andrew Huberman | Willem Dafoe | Mike Rowe |
  Terminator | Deadpool | Plankton | Mr. Krabs | Picard
`);
