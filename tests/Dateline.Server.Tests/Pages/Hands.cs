using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

/// <summary>How a person uses a page: with a mouse, or with the keys alone.</summary>
public abstract class Hands(IPage page)
{
    private const int MostTabs = 400;

    /// <summary>The page.</summary>
    protected IPage Page => page;

    /// <summary>Follows the link, presses the button or opens the part that has a name.</summary>
    public abstract Task Use(string role, string name, bool exact = false);

    /// <summary>Writes into the field that has a label.</summary>
    public abstract Task Write(string label, string text);

    /// <summary>Chooses a radio button or a box by its label.</summary>
    public abstract Task Choose(string label);

    internal static Hands Mouse(IPage page) => new WithMouse(page);

    internal static Hands Keys(IPage page) => new WithKeys(page);

    private sealed class WithMouse(IPage page) : Hands(page)
    {
        public override Task Use(string role, string name, bool exact) => (role == "summary"
            ? Page.Locator("summary", new() { HasText = name }).First
            : Page.GetByRole(Enum.Parse<AriaRole>(role, ignoreCase: true), new() { Name = name, Exact = exact }).First).ClickAsync();

        public override Task Write(string label, string text) => Page.GetByLabel(label).Locator("visible=true").First.FillAsync(text);

        public override Task Choose(string label) => Page.GetByLabel(label).Locator("visible=true").First.CheckAsync();
    }

    /// <summary>Goes from one control to the next with the tabulator, and sees what has the focus.</summary>
    private sealed class WithKeys(IPage page) : Hands(page)
    {
        public override async Task Use(string role, string name, bool exact)
        {
            var focused = role switch { "link" => "a[href]", "button" => "button", _ => "summary" };
            await To($"e => e.matches('{focused}') && has(e.getAttribute('aria-label') ?? e.innerText)", name, exact);
            if (role == "summary")
            {
                await Page.Keyboard.PressAsync("Enter");
                return;
            }
            await Page.EvaluateAsync("() => { window.leaving = true; }");
            await Page.Keyboard.PressAsync("Enter");
            await Page.WaitForFunctionAsync("() => !window.leaving && document.readyState !== 'loading'");
        }

        public override async Task Write(string label, string text)
        {
            await To("e => e.matches('input:not([type=radio],[type=checkbox]),textarea') && has(e.labels?.[0]?.innerText ?? '')", label, false);
            await Page.Keyboard.PressAsync("Control+A");
            await Page.Keyboard.TypeAsync(text);
        }

        /// <summary>The tabulator enters a group of radio buttons once; the arrows choose in it.</summary>
        public override async Task Choose(string label)
        {
            const string Is = "e => e.matches('input[type=radio],input[type=checkbox]') && has(e.labels?.[0]?.innerText ?? '')";
            await To("e => e.matches('input[type=radio],input[type=checkbox]') && [...document.getElementsByName(e.name)].some(o => has(o.labels[0].innerText))", label, false);
            if (await Page.EvaluateAsync<string>("() => document.activeElement.type") == "checkbox")
            {
                if (!await Focused(Is, label, false)) await To(Is, label, false);
                await Page.Keyboard.PressAsync("Space");
                return;
            }
            for (var i = 0; !await Focused(Is, label, false); i++)
            {
                Assert.True(i < 20, $"The arrows do not reach {label}.");
                await Page.Keyboard.PressAsync("ArrowDown");
            }
            await Page.Keyboard.PressAsync("Space");
        }

        private async Task To(string test, string name, bool exact)
        {
            for (var i = 0; i < MostTabs; i++)
            {
                if (await Focused(test, name, exact)) return;
                await Page.Keyboard.PressAsync("Tab");
            }
            Assert.Fail($"The tabulator does not reach {name} on {Page.Url}.");
        }

        private Task<bool> Focused(string test, string name, bool exact) => Page.EvaluateAsync<bool>(
            $"([name, exact]) => {{ const has = text => exact ? text.trim() === name : text.includes(name); return ({test})(document.activeElement); }}", new object[] { name, exact });
    }
}
