using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>
/// Common given names of one gender, in many languages, written by hand. Names that are of both (Alex, Kim, Robin), or of one gender in one language and of the other in another (Andrea, Jan, Jean, Nicola,
/// Simone, Sasha), are left out.
/// </summary>
internal static class GivenNames
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> men = WordSet.Of("John James Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald Steven Stephen Paul Andrew Kenneth George Joshua Kevin Brian Edward Ronald Timothy Jason Jeffrey Jacob Gary Nicholas Eric "
        + "Jonathan Larry Justin Scott Benjamin Samuel Gregory Frank Alexander Patrick Raymond Jack Dennis Peter Henry Arthur Albert Harold Philip Simon Adam Luke Bill Jim Joe Tom Bob Mike Dave Steve Dan Ben Ted Jeff Tim Greg Matt Nick Rob Ron Jerry "
        + "Doug Phil Neil Colin Alan Allan Allen Ian Iain Keith Graham Trevor Nigel Roger Roy Ralph Walter Martin Malcolm Duncan Douglas Derek Barry Bernard Bruce Carl Craig Curtis Darren Don Edwin Ernest Fred Frederick Geoffrey Gerald Gordon Harry "
        + "Howard Hugh Jeremy Joel Julian Kyle Leonard Lewis Liam Neville Noah Oliver Oscar Owen Ray Rodney Russell Ryan Sean Shaun Stanley Stuart Stewart Todd Tony Victor Vincent Warren Wayne Zachary Nathan Ethan Isaac Aaron Connor Callum Angus "
        + "Hamish Alistair Alasdair Fergus Gavin Rory Ewan Euan Gareth Rhys Huw Dylan Declan Brendan Conor Padraig Seamus Eoin Niall Aidan Cormac Karl Klaus Hans Heinz Heinrich Helmut Hermann Horst Jürgen Jurgen Jörg Joerg Günter Günther Gerhard Gerd "
        + "Dieter Dietmar Detlef Bernd Rainer Reinhard Rolf Rudolf Rüdiger Wolfgang Werner Wilhelm Uwe Ulrich Udo Ulf Thorsten Torsten Stefan Steffen Sebastian Sven Markus Matthias Manfred Lothar Ludwig Lukas Konrad Johannes Johann Joachim Jochen Jens "
        + "Ingo Holger Friedrich Franz Florian Felix Ernst Erich Erik Egon Dirk Christoph Burkhard Boris Benedikt Armin Andreas Alfred Alois Axel Pieter Willem Jeroen Joost Maarten Geert Hendrik Henk Bart Koen Wouter Ruud Sander Lars Olaf Olav Ole "
        + "Nils Niels Magnus Mats Morten Mikkel Rasmus Søren Soren Torben Henrik Fredrik Gunnar Gustav Gustaf Håkan Hakan Harald Haakon Ivar Knut Leif Lennart Mikael Petter Pål Sigurd Stig Sverre Torbjørn Trond Trygve Ulrik Bjørn Björn Bjorn Arne "
        + "Asbjørn Anders Antti Eero Esa Hannu Heikki Jarkko Juha Jukka Jussi Matti Mikko Pekka Petri Sauli Timo Ville Juho Tapio Pierre Jacques François Francois Louis Philippe Alain André Andre Antoine Bertrand Bruno Christophe Didier Édouard "
        + "Edouard Emmanuel Étienne Etienne Éric Fabien Fabrice Florent Frédéric Gérard Gilles Grégoire Guillaume Henri Hervé Hugo Jérôme Jerome Julien Laurent Lionel Loïc Luc Marcel Mathieu Nicolas Olivier Pascal Patrice Raphaël René Rene Rémi "
        + "Sébastien Serge Stéphane Sylvain Thibault Thierry Xavier Yann Yves Giovanni Giuseppe Antonio Marco Luca Matteo Mattia Francesco Alessandro Alberto Angelo Carlo Claudio Davide Domenico Enrico Fabio Federico Filippo Franco Giacomo Gianni "
        + "Giorgio Giulio Lorenzo Luigi Massimo Maurizio Mario Paolo Pietro Riccardo Roberto Salvatore Sergio Silvio Stefano Tommaso Umberto Vincenzo Vittorio José Jose Juan Carlos Luis Miguel Manuel Jesús Francisco Javier Pedro Pablo Alejandro Álvaro "
        + "Alvaro Andrés Andres Arturo César Cesar Diego Eduardo Emilio Enrique Ernesto Esteban Felipe Fernando Gabriel Gerardo Gonzalo Guillermo Gustavo Héctor Hector Ignacio Iván Joaquín Joaquin Jorge Julio Leonardo Leopoldo Marcos Mariano Martín "
        + "Mateo Mauricio Máximo Nicolás Octavio Óscar Rafael Ramón Ramon Raúl Raul Ricardo Rodrigo Rubén Ruben Santiago Sebastián Tomás Tomas Vicente João Joao Paulo Luiz Luís Afonso Aníbal Antônio António Duarte Gilberto Henrique Jair Joaquim "
        + "Marcelo Nuno Otávio Renato Rui Thiago Tiago Vítor Ivan Igor Vladimir Dmitry Dmitri Dmytro Sergei Sergey Serhiy Andrei Andrey Andriy Alexei Aleksei Oleksiy Aleksandr Oleksandr Mikhail Mykhailo Mykola Nikolai Nikolay Oleg Oleh Pavel Pavlo "
        + "Petro Roman Ruslan Stanislav Taras Valery Valeriy Vasily Vasyl Viktor Vitaly Vitaliy Vitali Volodymyr Vyacheslav Yaroslav Yevgeny Yevhen Yuri Yuriy Yury Anatoly Arkady Artem Bogdan Bohdan Denys Denis Fyodor Gennady Grigory Kirill Konstantin "
        + "Kostyantyn Leonid Maksym Maxim Ihor Rostyslav Semyon Sergej Vadim Vadym Aleksandar Branko Dragan Goran Ivica Marko Milan Miloš Milos Miroslav Nebojša Nenad Slobodan Srđan Tomislav Vojislav Vuk Zoran Željko Zeljko Janez Borut Matej Primož "
        + "Jakub Jaroslav Jiří Jiri Josef Karel Ladislav Libor Lubomír Marek Miloslav Ondřej Petr Radek Tomáš Václav Vaclav Vojtěch Zdeněk Andrzej Bartosz Bogusław Dariusz Grzegorz Jacek Jarosław Jaroslaw Jerzy Kazimierz Krzysztof Leszek Łukasz Lukasz "
        + "Maciej Marcin Mariusz Mateusz Michał Michal Paweł Pawel Piotr Przemysław Radosław Radoslaw Rafał Ryszard Sławomir Stanisław Stanislaw Tadeusz Tomasz Wacław Wiesław Witold Włodzimierz Wojciech Zbigniew Zdzisław István Istvan László Laszlo "
        + "Zoltán Zoltan Péter Ferenc Gábor Gabor György Gyorgy Imre János Janos József Attila Balázs Sándor Tamás Tibor Gintaras Arvydas Andris Edgars Jānis Valdis Kaspars Toomas Jüri Tõnu Urmas Kristjan Gheorghe Mihai Nicolae Radu Traian Vasile "
        + "Liviu Călin Boyko Georgi Hristo Kiril Plamen Rumen Stefanos Antonis Dimitris Dimitrios Evangelos Georgios Giannis Yannis Ioannis Konstantinos Kostas Kyriakos Nikos Panagiotis Pavlos Petros Spyros Stavros Vassilis Yiannis Mehmet Ahmet "
        + "Mustafa Ali Hasan Hüseyin Ibrahim İbrahim Ismail Osman Recep Ömer Omer Murat Yusuf Emre Kemal Selahattin Süleyman Suleyman Abdullah Binali Bülent Ekrem Mohammed Mohammad Muhammad Mohamed Muhammed Ahmed Ahmad Mahmoud Mahmud Hassan Hussein "
        + "Hossein Husain Khaled Khalid Omar Osama Saad Salman Sami Tariq Tarek Walid Yasser Youssef Yousef Ziad Zaid Abdel Abdul Abdulaziz Abdulrahman Adel Anwar Ashraf Bashar Faisal Fahad Hamad Hamid Hamza Imran Jamal Karim Majid Mansour Moqtada "
        + "Mujahid Nabil Nasser Nawaf Rashid Rafiq Saeed Shahbaz Nawaz Asif Bilawal Zulfikar Ehud Benny Avi Avigdor Binyamin Itamar Moshe Naftali Reuven Shimon Yair Yitzhak Yoav Shlomo Eli Amit Amitabh Anil Arvind Ashok Atal Deepak Dinesh Gautam "
        + "Manmohan Manoj Mukesh Narendra Naveen Nitin Pranab Prakash Rahul Rajesh Rajiv Rajnath Ramesh Ravi Sachin Sanjay Shashi Subhas Sunil Suresh Vijay Vikram Vinod Vivek Gotabaya Mahinda Ranil Hiroshi Kenji Takashi Shinzo Yoshihide Fumio Shigeru "
        + "Taro Junichiro Kazuo Koichi Masahiro Toshihiro Yukio Akira Naoto Ichiro Joko Prabowo Ferdinand Benigno Mahathir Thaksin Prayut Kwame Kofi Kwasi Olusegun Muhammadu Babatunde Chukwuma Emeka Chinedu Uhuru Jomo Raila Yoweri Thabo Cyril Nelson "
        + "Sipho Themba Mandla Tendai Emmerson Abiy Tesfaye Riek Alassane Macky Ousmane Mamadou Moussa Ibrahima Amadou Sékou Abdoulaye Boubacar Cheikh Modibo", ' ', StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> women = WordSet.Of("Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Margaret Sandra Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura Helen Sharon Cynthia Kathleen Amy Anna Ann Anne "
        + "Angela Ruth Brenda Pamela Nicole Katherine Catherine Christine Samantha Emma Rachel Olivia Hillary Victoria Julia Alice Jane Kate Judith Martha Diana Charlotte Sophie Lucy Hannah Ada Abigail Adele Agatha Agnes Alison Allison Amber Amelia "
        + "Angelina Annabel Annabelle Annette Annie Audrey Ava Beatrice Becky Belinda Bernadette Bertha Beth Bethany Betsy Beverly Bridget Brigid Camilla Candace Carla Carly Caroline Carolyn Cassandra Cathy Cecilia Cheryl Chloe Claire Clara Claudia "
        + "Colleen Cora Daisy Daphne Debbie Debra Deirdre Denise Diane Dolores Dora Doreen Doris Dorothy Edith Eileen Elaine Eleanor Eliza Ella Ellen Elsa Elsie Erica Esther Ethel Eunice Eva Fiona Frances Freda Frieda Georgina Geraldine Gertrude "
        + "Gillian Gina Gladys Glenda Gloria Grace Greta Gwen Gwendolyn Harriet Hazel Heather Heidi Helena Hilda Ida Imogen Ingrid Irene Iris Irma Isabel Isabella Isabelle Ivy Jacqueline Janet Janice Janine Jeanette Jeanne Jemima Jenna Jenny Jill Joan "
        + "Joanna Joanne Josephine Joyce Judy Juliet Juliette Justine Kathryn Kathy Katie Katrina Kayla Kirsten Kirsty Kristen Kristin Lara Lauren Leah Leila Lena Lesley Lillian Lily Lois Loretta Lorna Lorraine Louise Lucia Lucille Lydia Lynda Lynne "
        + "Mabel Madeleine Madeline Maggie Maria Marie Marianne Marilyn Marjorie Marlene Matilda Maud Maureen Mavis Maxine Megan Melanie Mia Mildred Miranda Miriam Moira Molly Mona Monica Muriel Myra Nadia Naomi Natalie Natasha Nina Nora Norma Olga "
        + "Pauline Peggy Penelope Penny Petra Phoebe Phyllis Polly Priscilla Priti Rhoda Rita Roberta Rosa Rosalind Rose Rosemary Rosie Roxanne Sabrina Sally Sara Selina Serena Sheila Shirley Sian Sinead Siobhan Sonia Stella Sue Susanna Susannah "
        + "Suzanne Sylvia Tamara Tara Teresa Theresa Tessa Tina Ursula Valerie Vanessa Vera Veronica Viola Virginia Wanda Wendy Winifred Yvette Yvonne Zoe Aoife Ciara Niamh Mairead Morag Nerys Catrin Eilidh Annalena Annegret Birgit Brigitte Christa "
        + "Christiane Cornelia Dagmar Elke Elfriede Franziska Friederike Gabriele Gerda Gisela Gudrun Hanna Hannelore Heike Helga Hildegard Ilse Inge Ines Ingeborg Jutta Karin Karoline Katarina Katharina Katja Katrin Kerstin Lieselotte Lotte Magdalena "
        + "Manuela Margarete Margot Margrit Marlies Martina Mechthild Monika Nadine Renate Roswitha Sabine Sahra Sibylle Sigrid Silke Silvia Sophia Steffi Susanne Svenja Tanja Ulrike Ute Uta Wiebke Anke Antje Astrid Annelies Femke Lieke Marijke Mirjam "
        + "Saskia Agneta Anniken Annika Birgitta Britt Ebba Elin Erna Freja Frida Gro Gunilla Hege Ingvild Jorunn Kaja Karina Kirsti Kristina Liv Mette Margrethe Maren Merete Pernille Ragnhild Randi Signe Silje Solveig Synnøve Torill Ulla Unni Vibeke "
        + "Aino Anneli Eija Helmi Kaarina Kaisa Liisa Maarit Marjatta Päivi Riikka Sanna Satu Sirpa Tarja Tuula Ségolène Ségolene Agnès Anaïs Aurélie Bénédicte Cécile Cecile Céline Celine Chantal Christelle Clémentine Corinne Delphine Édith Élisabeth "
        + "Elisabeth Élise Elodie Émilie Fabienne Françoise Francoise Gabrielle Geneviève Genevieve Ghislaine Hélène Helene Isabeau Josiane Laetitia Laure Léa Lucie Marlène Martine Mathilde Mireille Monique Nathalie Noémie Odile Océane Rachida "
        + "Roselyne Sandrine Solange Sylvie Thérèse Valérie Véronique Virginie Viviane Alessandra Antonella Antonietta Arianna Benedetta Bianca Carlotta Caterina Chiara Cinzia Cristina Daniela Donatella Elena Eleonora Elisa Elisabetta Emanuela "
        + "Federica Francesca Gabriella Gianna Giorgia Giovanna Giulia Giuliana Giuseppina Graziella Ilaria Lucrezia Luisa Mariastella Marina Marta Michela Paola Patrizia Raffaella Rosanna Silvana Simona Stefania Tiziana Valentina Valeria Virna Ana "
        + "Adriana Alejandra Alicia Amparo Ángela Arantxa Beatriz Begoña Blanca Carmen Carolina Catalina Concepción Consuelo Delcy Elvira Esperanza Estela Eugenia Fernanda Gabriela Graciela Guadalupe Inés Irina Isabela Jimena Josefina Juana Laia "
        + "Leonor Leticia Lorena Lourdes Lucía Luz Macarena Marcela Margarita María Mariana Maribel Marisol Mercedes Mónica Natalia Noelia Nuria Paloma Paula Pilar Raquel Rocío Sofía Soledad Soraya Susana Verónica Ximena Yolanda Zaida Dilma Cláudia "
        + "Filipa Joana Lígia Luísa Mariza Marielle Marisa Tereza Olena Oksana Olha Iryna Irena Tetiana Tatiana Tatyana Svetlana Svitlana Yulia Yuliia Julija Kateryna Ekaterina Yekaterina Nataliya Nataliia Natalya Lyudmila Lyudmyla Ludmila Larisa "
        + "Galina Halyna Mariya Mariia Marija Nadezhda Nadiya Nadiia Oleksandra Aleksandra Alexandra Anastasia Anastasiya Alina Alla Alyona Anzhelika Darya Daria Inna Kira Ksenia Lidia Liliya Lyubov Maryna Polina Raisa Rimma Sofiya Sviatlana Ulyana "
        + "Valentyna Vasilisa Veronika Viktoria Viktoriya Yelena Yevgenia Zinaida Zoya Biljana Danica Dragana Gordana Ivana Jadranka Jasmina Jelena Jovana Kolinda Ljiljana Maja Milena Mirjana Nataša Natasa Nevenka Snežana Vesna Violeta Zorana Alenka "
        + "Urška Alena Blanka Božena Eliška Hana Jana Jitka Jiřina Kateřina Lenka Markéta Milada Miroslava Pavla Šárka Zdeňka Zuzana Zuzanna Agata Agnieszka Aneta Beata Bożena Dorota Edyta Elżbieta Elzbieta Ewa Grażyna Halina Iwona Izabela Jadwiga "
        + "Jolanta Julita Justyna Kamila Karolina Katarzyna Kinga Krystyna Małgorzata Malgorzata Magda Marzena Mirosława Paulina Renata Sylwia Urszula Weronika Wiesława Wioletta Zofia Ágnes Anikó Erzsébet Éva Ildikó Ilona Judit Katalin Klára Krisztina "
        + "Mária Márta Orsolya Zsófia Zsuzsanna Dalia Ingrida Rasa Vilma Viktorija Evika Inese Kersti Laima Vaira Ileana Maia Raluca Viorica Iliana Kristalina Tsvetana Despina Dimitra Eftychia Eirini Eleni Evangelia Fotini Katerina Konstantina Niki "
        + "Vasiliki Zoi Aylin Ayşe Ayse Canan Elif Emine Esra Fatma Gülşen Hatice Meral Meryem Özlem Pınar Selin Sibel Tansu Tülay Zeynep Aisha Aysha Amal Amina Aminata Ayesha Basma Benazir Fatima Fatemeh Fatoumata Farah Farida Habiba Hadiza Hala "
        + "Hanan Huda Iman Jamila Khadija Laila Lamia Latifa Layla Lina Lubna Maha Malala Mariam Maryam Maysa Mouna Nahid Najla Narges Nasrin Nawal Nazanin Parisa Rania Reem Rima Safia Saima Salma Samira Sana Shaima Shireen Shirin Somaya Suha Sumaya "
        + "Yasmin Zahra Zainab Zeinab Zohra Ayelet Golda Merav Nurit Shelly Tzipi Tzipora Yael Aishwarya Anjali Aparna Deepika Indira Jaya Jayalalithaa Kamala Kavita Lakshmi Lata Mamata Mayawati Medha Meenakshi Meera Menaka Neha Nirmala Pooja Pratibha "
        + "Priya Priyanka Radhika Ritu Shobha Smriti Sujata Sunita Sushma Swati Usha Vandana Vasundhara Chandrika Sirimavo Hasina Khaleda Akiko Haruko Hiroko Keiko Kumiko Mariko Masako Michiko Naoko Noriko Reiko Sachiko Sanae Seiko Takako Tomoko Yoko "
        + "Yoriko Yuko Yuriko Megawati Corazon Imelda Leni Yingluck Winnie Nkosazana Thuli Nomvula Zanele Thandiwe Nomsa Graça Ngozi Chimamanda Folake Wangari Wanjiru Akinyi Sahle Samia Awa Fatou Mariama Djamila", ' ', StringComparer.Ordinal);

    /// <summary>The gender of a given name; of its first half where it is written with a hyphen ("Hans-Georg").</summary>
    internal static Gender Of(ReadOnlySpan<char> name)
    {
        if (In(name) is var whole && whole != Gender.Unknown) return whole;
        return name.StartsWith("Jean-") ? Gender.Man : name.IndexOf('-') is > 1 and var hyphen ? In(name[..hyphen]) : Gender.Unknown;
    }

    private static Gender In(ReadOnlySpan<char> name) => men.Contains(name) ? Gender.Man : women.Contains(name) ? Gender.Woman : Gender.Unknown;
}
