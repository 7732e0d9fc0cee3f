@rem Untried: written with no Windows machine at hand. The bash script "test" beside it is the one that is tested.
@echo off
setlocal
cd /d "%~dp0"
set DOTNET_CLI_UI_LANGUAGE=en
set DOTNET_NOLOGO=1
set NO_COLOR=1
set LOCKED=
if "%CI%"=="true" set LOCKED=--locked-mode
if exist .build\test rmdir /s /q .build\test
mkdir .build\test

dotnet --list-sdks 2>nul | findstr /b /l "10." >nul
if errorlevel 1 (
  echo The .NET 10 SDK is needed and was not found; get it from https://dot.net
  goto :broken
)
dotnet restore %LOCKED% -v quiet || goto :broken
dotnet build -c Release --no-restore -warnaserror -v quiet || goto :broken
dotnet format --no-restore --verify-no-changes || goto :broken

set /a PASSED=0, FAILED=0, SKIPPED=0
for /r tests %%P in (*.csproj) do call :tests "%%P"
if %SKIPPED% gtr 0 (echo %PASSED% passed, %FAILED% failed, %SKIPPED% skipped) else (echo %PASSED% passed, %FAILED% failed)
if %FAILED% gtr 0 exit /b 1
exit /b 0

:broken
echo 0 passed, 1 failed
exit /b 1

rem Runs one test project and adds up the three counts of its summary.
:tests
set LOG=.build\test\%~n1.log
set /a BAD=0
dotnet test --project %1 -c Release --no-build --no-ansi --no-progress > "%LOG%" 2>&1
set CODE=%ERRORLEVEL%
for /f "tokens=1,2 delims=: " %%A in ('findstr /r /c:"^  succeeded: [0-9]" /c:"^  failed: [0-9]" /c:"^  skipped: [0-9]" "%LOG%"') do (
  if "%%A"=="succeeded" set /a PASSED+=%%B
  if "%%A"=="failed" set /a BAD+=%%B
  if "%%A"=="skipped" set /a SKIPPED+=%%B
)
rem A run that broke off before it counted its failure is one failure.
if not "%CODE%"=="0" if %BAD%==0 set /a BAD=1
if %BAD% gtr 0 type "%LOG%"
set /a FAILED+=BAD
exit /b 0
